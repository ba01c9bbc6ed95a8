package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.zfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SnapshotsImpossibleTest {

  private final RuleVerifier rule = verify(new SnapshotsImpossible());

  @Test
  void disks_without_snapshots_are_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          var luns = c.storage(lvm("luns", "vg_san"), s -> s.shared());
          var tank = c.storage(zfs("tank", "tank"), s -> {});
          c.vm(
              200,
              "web01",
              v -> v.snapshots().disk(nas, gib(8)).disk(luns, gib(8)).disk(tank, gib(8)));
        }))
        .reportsExactly("SHR-007[guest/200]")
        .withMessageContaining(
            "snapshots of web01 are planned, and there can be none of scsi0 on nas, scsi1 on luns");
  }

  @Test
  void a_lun_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var san = c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.vm(200, "web01", v -> v.snapshots().disk(san, gib(8)));
        }))
        .reportsExactly("SHR-007[guest/200]");
  }

  @Test
  void qcow2_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> s.format(DiskFormat.QCOW2));
          var files = c.storage(dir("files", "/srv/files"), s -> {});
          c.vm(
              200,
              "web01",
              v -> v.snapshots()
                  .disk(nas, gib(8))
                  .disk(files, gib(8), p -> p.format(DiskFormat.QCOW2)));
        }))
        .passes();
  }

  @Test
  void a_volume_chain_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var luns = c.storage(lvm("luns", "vg_san"), s -> s.shared().snapshotsAsVolumeChain());
          c.vm(200, "web01", v -> v.snapshots().disk(luns, gib(8)));
        }))
        .passes();
  }

  @Test
  void a_volume_chain_is_none_for_8_4() {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var luns = c.storage(lvm("luns", "vg_san"), s -> s.shared().snapshotsAsVolumeChain());
          c.vm(200, "web01", v -> v.snapshots().disk(luns, gib(8)));
        }))
        .reportsExactly("SHR-007[guest/200]");
  }

  @Test
  void a_guest_whose_disks_nobody_knows_is_undecided() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.vm(200, "web01", v -> v.snapshots());
        }))
        .isUndecidedFor("disks of guest 200");
  }

  @Test
  void a_guest_without_such_a_plan_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          c.vm(200, "web01", v -> v.disk(nas, gib(8)));
        }))
        .isNotApplicable();
  }
}
