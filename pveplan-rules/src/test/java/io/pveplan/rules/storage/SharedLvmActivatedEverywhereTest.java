package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ProductVersion;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SharedLvmActivatedEverywhereTest {

  private final RuleVerifier rule = verify(new SharedLvmActivatedEverywhere());

  @Test
  void shared_lvm_is_reported_for_8_4() {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared());
        }))
        .reportsExactly("SHR-022[storage/luns]")
        .withMessageContaining(
            "each of 2 nodes activates the volumes of storage luns when it starts");
  }

  @Test
  void release_9_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("luns", "vg_san"), s -> s.shared());
        }))
        .passes();
  }

  @Test
  void local_lvm_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          c.target(ProductVersion.PVE_8_4);
          c.node("pve1", n -> {});
          c.node("pve2", n -> {});
          c.storage(lvm("thick", "pve"), s -> {});
        }))
        .isNotApplicable();
  }
}
