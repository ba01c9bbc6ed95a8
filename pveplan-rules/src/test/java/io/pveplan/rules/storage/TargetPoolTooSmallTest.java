package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.storage.LocalPlans.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class TargetPoolTooSmallTest {

  @Test
  void a_pool_that_is_too_small_for_guests_and_copies_is_reported() {
    RuleVerifier rule = verify(new TargetPoolTooSmall());

    rule.on(filled(gib(500), gib(500)))
        .reportsExactly("LOC-032[node/pve2/tank]")
        .withMessageContaining(
            "pool tank of pve2 has room for 992 GiB; its guests and the copies on"
                + " it can take up 1000 GiB");
    rule.on(filled(gib(500), gib(492))).passes();
    rule.on(lab((v, tank) -> v.disk(tank, gib(8)), s -> {}))
        .isUndecidedFor("size of pool tank of pve2");
    rule.on(with(parts -> {})).isNotApplicable();
  }
}
