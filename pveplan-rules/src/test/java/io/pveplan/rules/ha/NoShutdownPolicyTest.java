package io.pveplan.rules.ha;

import static io.pveplan.model.ProductVersion.PVE_9;
import static io.pveplan.rules.ha.HaLab.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.Pveplan;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class NoShutdownPolicyTest {

  private final RuleVerifier rule = verify(new NoShutdownPolicy());

  @Test
  void a_plan_that_does_not_say_is_reported() {
    rule.on(nine(h -> {}))
        .reportsExactly("HA-024[ha]")
        .withMessageContaining(
            "what becomes of guests under HA when their node is shut down is not chosen: conditional,"
                + " which leaves them off while it reboots")
        .withRemedyContaining(
            "Choose one: migrate moves the guests away first and back afterwards.");
  }

  @Test
  void any_choice_passes() {
    for (ShutdownPolicy policy : ShutdownPolicy.values()) {
      rule.on(plan(PVE_9, c -> c.datacenter(d -> d.shutdownPolicy(policy)))).passes();
    }
  }

  @Test
  void without_ha_there_is_nothing_to_choose() {
    rule.on(Pveplan.cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
