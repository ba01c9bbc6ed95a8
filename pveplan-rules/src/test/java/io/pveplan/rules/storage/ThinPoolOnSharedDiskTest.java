package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.dsl.Pveplan.lvmThin;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class ThinPoolOnSharedDiskTest {

  private final RuleVerifier rule = verify(new ThinPoolOnSharedDisk());

  @Test
  void a_thin_pool_in_a_shared_volume_group_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared());
          c.storage(lvmThin("thin", "vg_san", "data"), s -> {});
        }))
        .reportsExactly("LOC-038[storage/thin]")
        .withMessageContaining(
            "thin pool data of storage thin is in volume group vg_san, which storage luns has on a LUN");
  }

  @Test
  void a_volume_group_on_a_lun_counts_as_shared() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san:0.0.1.scsi-36000"));
          c.storage(lvmThin("thin", "vg_san", "data"), s -> {});
        }))
        .reportsExactly("LOC-038[storage/thin]");
  }

  @Test
  void a_volume_group_that_names_its_lun_counts_as_shared() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          var san = c.storage(iscsi("san", "10.0.0.5", "iqn.2024-02.net.example:a"), s -> s.lun(1));
          c.storage(lvm("luns", "vg_san"), s -> s.on(san, 1));
          c.storage(lvmThin("thin", "vg_san", "data"), s -> {});
        }))
        .reportsExactly("LOC-038[storage/thin]");
  }

  @Test
  void a_local_volume_group_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("thick", "pve"), s -> {});
          c.storage(lvmThin("thin", "pve", "data"), s -> {});
        }))
        .passes();
  }

  @Test
  void without_a_thin_pool_there_is_nothing_to_look_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared());
        }))
        .isNotApplicable();
  }
}
