package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class LinkedCloneImpossibleTest {

  private final RuleVerifier rule = verify(new LinkedCloneImpossible());

  private static ClusterPlan clone(BiConsumer<VmSpec, StorageRef> more) {
    return cluster("lab", c -> {
      var tank = c.storage(zfs("tank", "tank"), s -> {});
      var other = c.storage(dir("other", "/srv/other"), s -> {});
      var base = c.template(9000, "base", v -> v.disk(tank, gib(8)));
      c.vm(200, "app", v -> {
        v.linkedCloneOf(base);
        more.accept(v, other);
      });
    });
  }

  @Test
  void a_disk_elsewhere_is_reported() {
    rule.on(clone((v, other) -> v.disk(other, gib(8))))
        .reportsExactly("CI-020[guest/200]")
        .withMessageContaining(
            "app is a linked clone, but scsi0 is to be on other, and that of its template is on tank");
  }

  @Test
  void a_storage_that_can_not_link_is_reported() {
    rule.on(cluster("lab", c -> {
          var thick = c.storage(lvm("thick", "vg0"), s -> {});
          var base = c.template(9000, "base", v -> v.disk(thick, gib(8)));
          c.vm(200, "app", v -> v.linkedCloneOf(base));
        }))
        .reportsExactly("CI-020[guest/200]")
        .withMessageContaining("scsi0 of its template is on thick, which can not link");
  }

  @Test
  void a_format_of_its_own_is_reported() {
    rule.on(cluster("lab", c -> {
          var files = c.storage(dir("files", "/srv/files"), s -> {});
          var base = c.template(9000, "base", v -> v.disk(files, gib(8)));
          c.vm(
              200,
              "app",
              v -> v.linkedCloneOf(base).disk(files, gib(8), d -> d.format(DiskFormat.RAW)));
        }))
        .reportsExactly("CI-020[guest/200]")
        .withMessageContaining("scsi0 is to have a format of its own");
  }

  @Test
  void disks_of_the_template_and_further_ones_pass() {
    rule.on(clone((v, other) -> v.disk("scsi1", other, gib(8)))).passes();
  }

  // qemu-server, src/PVE/API2/Qemu.pm clone_vm.
  @Test
  void the_state_of_a_tpm_is_copied_from_anywhere_to_anywhere() {
    rule.on(cluster("lab", c -> {
          var tank = c.storage(zfs("tank", "tank"), s -> {});
          var thick = c.storage(lvm("thick", "vg0"), s -> {});
          var base =
              c.template(9000, "base", v -> v.disk(tank, gib(8)).hardware(h -> h.tpmState(thick)));
          c.vm(200, "app", v -> v.linkedCloneOf(base));
          c.vm(201, "moved", v -> v.linkedCloneOf(base).hardware(h -> h.tpmState(tank)));
        }))
        .passes();
  }

  @Test
  void an_efi_disk_is_linked() {
    rule.on(cluster("lab", c -> {
          var tank = c.storage(zfs("tank", "tank"), s -> {});
          var thick = c.storage(lvm("thick", "vg0"), s -> {});
          var base = c.template(
              9000,
              "base",
              v -> v.disk(tank, gib(8)).hardware(h -> h.efiDisk(thick).tpmState(thick)));
          c.vm(200, "app", v -> v.linkedCloneOf(base));
        }))
        .reportsExactly("CI-020[guest/200]")
        .withMessageContaining("app is a linked clone, but efidisk0 of its template is on thick,"
            + " which can not link");
  }

  @Test
  void a_full_clone_is_not_applicable() {
    rule.on(cluster("lab", c -> {
          var base = c.template(9000, "base", v -> {});
          c.vm(200, "app", v -> v.cloneOf(base));
        }))
        .isNotApplicable();
  }
}
