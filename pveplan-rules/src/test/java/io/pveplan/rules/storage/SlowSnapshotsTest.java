package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cifs;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.zfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.DiskFormat;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SlowSnapshotsTest {

  private final RuleVerifier rule = verify(new SlowSnapshots());

  @Test
  void qcow2_on_nfs_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.format(DiskFormat.QCOW2));
          c.vm(200, "web01", v -> v.snapshots().disk(nas, gib(8)));
        }))
        .reportsExactly("SHR-006[guest/200/scsi0]")
        .withMessageContaining(
            "snapshots of web01 are planned, and scsi0 is qcow2 on nfs storage nas");
  }

  @Test
  void a_volume_chain_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var nas = c.storage(
              cifs("nas", "10.0.0.5", "pve"),
              s -> s.format(DiskFormat.QCOW2).snapshotsAsVolumeChain());
          c.vm(200, "web01", v -> v.snapshots().disk(nas, gib(8)));
        }))
        .passes();
  }

  @Test
  void raw_is_a_matter_of_another_rule() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          c.vm(200, "web01", v -> v.snapshots().disk(nas, gib(8)));
        }))
        .passes();
  }

  @Test
  void other_storages_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var tank = c.storage(zfs("tank", "tank"), s -> {});
          c.vm(200, "web01", v -> v.snapshots().disk(tank, gib(8)));
        }))
        .isNotApplicable();
  }
}
