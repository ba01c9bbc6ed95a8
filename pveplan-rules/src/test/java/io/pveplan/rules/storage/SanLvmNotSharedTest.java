package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SanLvmNotSharedTest {

  private final RuleVerifier rule = verify(new SanLvmNotShared());

  @Test
  void a_volume_group_on_a_lun_of_two_nodes_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san:0.0.1.scsi-36000"));
        }))
        .reportsExactly("SHR-016[storage/luns]")
        .withMessageContaining(
            "storage luns is volume group vg_san on a LUN of 2 nodes and is not shared")
        .withRemedyContaining("Mark the storage as shared");
  }

  @Test
  void the_command_of_the_article_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("lvmscsi", "vg_cluster"), s -> s.base("beiscsi"));
        }))
        .reportsExactly("SHR-016[storage/lvmscsi]");
  }

  @Test
  void a_volume_group_that_names_its_lun_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          StorageRef san =
              c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> s.lun(1));
          c.storage(lvm("luns", "vg_san"), s -> s.on(san, 1));
        }))
        .reportsExactly("SHR-016[storage/luns]");
  }

  @Test
  void a_shared_one_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san:0.0.1.scsi-36000").shared());
        }))
        .passes();
  }

  @Test
  void a_volume_group_made_by_hand_may_be_on_the_target() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> {});
        }))
        .isUndecidedFor("what volume group vg_san lies on");
  }

  @Test
  void a_plan_without_target_has_local_ones() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> {});
        }))
        .isNotApplicable();
  }
}
