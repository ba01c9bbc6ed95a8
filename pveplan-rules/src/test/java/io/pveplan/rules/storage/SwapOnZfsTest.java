package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ZfsPoolSpec;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class SwapOnZfsTest {

  @Test
  void swap_on_a_pool_is_reported() {
    RuleVerifier rule = verify(new SwapOnZfs());

    rule.on(pool(ZfsRaid.MIRROR, 2, ZfsPoolSpec::swap)).reportsExactly("LOC-022[node/pve1/tank]");
    rule.on(pool(ZfsRaid.MIRROR, 2, p -> {})).passes();
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
