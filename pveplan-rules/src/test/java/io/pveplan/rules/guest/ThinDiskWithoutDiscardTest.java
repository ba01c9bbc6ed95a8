package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.DiskSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ThinDiskWithoutDiscardTest {

  private final RuleVerifier rule = verify(new ThinDiskWithoutDiscard());

  private static ClusterPlan onZfs(boolean sparse, Consumer<DiskSpec> block) {
    return cluster("lab", c -> {
      var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> {
        if (sparse) {
          s.sparse();
        }
      });
      c.vm(200, "app", v -> v.disk(tank, gib(8), block));
    });
  }

  @Test
  void a_thin_disk_without_discard_is_reported() {
    rule.on(onZfs(true, p -> {}))
        .reportsExactly("GST-028[guest/200/scsi0]")
        .withMessageContaining("scsi0 of app on tank-vm does not free what the guest frees");
  }

  @Test
  void qcow2_is_thin_in_files() {
    rule.on(cluster("lab", c -> {
          var nas = c.storage(dir("nas", "/srv"), s -> {});
          c.vm(200, "app", v -> v.disk(nas, gib(8), p -> p.format(DiskFormat.QCOW2)));
        }))
        .reportsExactly("GST-028[guest/200/scsi0]");
  }

  @Test
  void the_format_may_be_that_of_the_storage_or_of_an_image() {
    rule.on(cluster("lab", c -> {
          var raw = c.storage(dir("raw", "/srv/a"), s -> {});
          var files = c.storage(dir("files", "/srv/b"), s -> s.format(DiskFormat.QCOW2));
          c.vm(
              200,
              "app",
              v -> v.disk(files, gib(8))
                  .disk(raw, gib(8), p -> p.importFrom(files, "a.qcow2"))
                  .disk(raw, gib(8), p -> p.importFrom(files, "a.raw"))
                  .disk(files, gib(8), p -> p.format(DiskFormat.RAW)));
        }))
        .reportsExactly("GST-028[guest/200/scsi0]", "GST-028[guest/200/scsi1]");
  }

  @Test
  void the_pools_of_ceph_are_thin() {
    rule.on(cluster("lab", c -> {
          var pool = c.cephPool("vm-disks", p -> {});
          c.vm(200, "app", v -> v.disk(pool, gib(8)));
        }))
        .reportsExactly("GST-028[guest/200/scsi0]");
  }

  @Test
  void a_thin_disk_with_discard_passes() {
    rule.on(onZfs(true, p -> p.discard())).passes();
  }

  @Test
  void a_thick_disk_is_not_looked_at() {
    rule.on(onZfs(false, p -> {})).isNotApplicable();
    rule.on(cluster("lab", c -> {
          var vg0 = c.storage(lvm("vg0", "vg0"), s -> s.snapshotsAsVolumeChain());
          c.vm(200, "app", v -> v.disk(vg0, gib(8)));
        }))
        .isNotApplicable();
  }
}
