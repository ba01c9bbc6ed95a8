package io.pveplan.rules;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.SingleFaults.assertOnlyFindings;

import org.junit.jupiter.api.Test;

class SingleFaultTest {

  @Test
  void no_rule_has_anything_to_say_against_the_healthy_plan() {
    assertOnlyFindings(threeNodes());
  }
}
