package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.storage.ContentType;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class LunAsDiskTest {

  private final RuleVerifier rule = verify(new LunAsDisk());

  @Test
  void luns_for_guests_are_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
        }))
        .reportsExactly("SHR-026[storage/san]")
        .withMessageContaining("storage san gives the LUNs of iqn.2024-02.example:a to guests");
  }

  @Test
  void a_target_for_nothing_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(
              iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> s.content(ContentType.NONE));
        }))
        .passes();
  }

  @Test
  void a_target_below_lvm_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san:0.0.1.scsi-36000").shared());
        }))
        .isNotApplicable();
  }
}
