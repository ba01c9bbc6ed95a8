package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class LvmBaseNotIscsiTest {

  private final RuleVerifier rule = verify(new LvmBaseNotIscsi());

  @Test
  void a_base_on_another_type_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("nas:0.0.1.scsi-36000").shared());
        }))
        .reportsExactly("SHR-015[storage/luns]")
        .withMessageContaining("the base of storage luns is on nas, which is of type nfs");
  }

  @Test
  void a_base_on_no_storage_is_reported() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san:0.0.1.scsi-36000").shared());
        }))
        .reportsExactly("SHR-015[storage/luns]")
        .withMessageContaining("which is no storage of the plan");
  }

  @Test
  void a_base_on_a_target_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san:0.0.1.scsi-36000").shared());
        }))
        .passes();
  }

  @Test
  void what_is_no_volume_id_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(iscsi("san", "10.0.0.6", "iqn.2024-02.example:a"), s -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.base("san").shared());
        }))
        .isNotApplicable();
  }
}
