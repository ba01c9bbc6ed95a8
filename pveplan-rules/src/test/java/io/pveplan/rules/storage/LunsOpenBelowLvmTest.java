package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.StorageRef;
import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class LunsOpenBelowLvmTest {

  private final RuleVerifier rule = verify(new LunsOpenBelowLvm());

  @Test
  void a_target_that_offers_its_luns_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san:0.0.1.scsi-36000").shared());
        }))
        .reportsExactly("SHR-013[storage/san]")
        .withMessageContaining(
            "storage san carries volume group vg_san and offers its LUNs as [images]");
  }

  @Test
  void the_bare_storage_of_the_article_counts() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san"));
        }))
        .reportsExactly("SHR-013[storage/san]");
  }

  @Test
  void a_target_whose_lun_a_volume_group_names_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          StorageRef san =
              c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> s.lun(1));
          c.storage(lvm("luns", "vg_san"), s -> s.on(san, 1).shared());
        }))
        .reportsExactly("SHR-013[storage/san]");
  }

  @Test
  void a_target_for_nothing_else_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(
              iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> s.content(ContentType.NONE));
          c.storage(lvm("luns", "vg_san"), s -> s.shared());
          c.storage(lvm("more", "vg_more"), s -> s.shared());
        }))
        .passes();
  }

  @Test
  void a_target_without_lvm_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
        }))
        .isNotApplicable();
  }

  @Test
  void a_volume_group_made_by_hand_may_be_on_the_target() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared());
        }))
        .isUndecidedFor("whether volume group vg_san lies on its LUNs");
  }
}
