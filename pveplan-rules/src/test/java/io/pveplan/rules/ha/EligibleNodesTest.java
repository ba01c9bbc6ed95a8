package io.pveplan.rules.ha;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.failure.internal.ha.EffectiveRules;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import io.pveplan.rules.testing.GeneratedPlans;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The resolved plan and the failover know the same nodes of a guest. */
class EligibleNodesTest {

  private int compared;

  @Test
  void where_no_rule_is_dropped_they_are_those_of_the_ha_manager() {
    GeneratedPlans.first(500).map(ResolvedPlan::of).forEach(this::compare);

    assertThat(compared).isGreaterThan(100);
  }

  private void compare(ResolvedPlan plan) {
    EffectiveRules rules = PlannedRules.of(plan).effective();
    List<String> nodes = plan.nodes().stream().map(Node::name).toList();
    if (!rules.dropped().isEmpty() || plan.ha().enabledNodeAffinities().isEmpty()) {
      return;
    }
    for (HaResource resource : plan.ha().resources()) {
      if (plan.placement().managedByHa(resource.guest())) {
        Guest guest = plan.guest(resource.guest()).orElseThrow();
        assertThat(plan.placement().eligibleNodes(guest))
            .as("%s of %s", guest.name(), plan.plan().name())
            .containsExactlyInAnyOrderElementsOf(
                rules.nodes(PlannedRules.sid(guest), nodes).keySet());
        compared++;
      }
    }
  }
}
