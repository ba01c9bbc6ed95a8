package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class PoolTooSmallForDisksTest {

  private final RuleVerifier rule = verify(new PoolTooSmallForDisks());

  @Test
  void disks_that_are_larger_than_their_pool_are_reported() {
    rule.on(thin(gib(993), s -> {}))
        .reportsExactly("LOC-043[node/pve1/tank]")
        .withMessageContaining(
            "pool tank of pve1 has room for 992 GiB; the disks on it take up 993 GiB");
    rule.on(thin(gib(992), s -> {})).passes();
  }

  @Test
  void thin_disks_are_a_matter_of_another_rule() {
    rule.on(thin(gib(993), s -> s.sparse())).isNotApplicable();
  }

  @Test
  void a_pool_of_unknown_size_is_undecided() {
    rule.on(cluster("lab", c -> {
          var pve1 = c.node("pve1", n -> {});
          var tank = c.storage(zfs("tank-vm", "tank/vm"), s -> {});
          c.vm(100, "web", v -> v.node(pve1).disk(tank, gib(8)));
        }))
        .isUndecidedFor("size of pool tank of pve1");
  }
}
