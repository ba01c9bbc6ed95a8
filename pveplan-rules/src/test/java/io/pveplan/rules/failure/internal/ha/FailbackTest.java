package io.pveplan.rules.failure.internal.ha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FailbackTest {

  private static List<String> lostAndBack(HaPlan plan) {
    HaSimulation simulation = plan.start();
    simulation.lose(List.of("n4"));
    simulation.bringBack(List.of("n4"));
    return HaPlan.lines(simulation);
  }

  @Test
  void a_resource_returns_to_a_node_of_a_higher_priority() {
    assertThat(
            lostAndBack(HaPlan.ofFour().on("n4", "vm:101").prefer("home", "n4:2,n2:1", "vm:101")))
        .containsExactly("vm:101 RECOVERED n4 -> n2", "vm:101 MOVED n2 -> n4");
  }

  @Test
  void without_failback_it_stays() {
    assertThat(lostAndBack(
            HaPlan.ofFour().staying("n4", "vm:101").prefer("home", "n4:2,n2:1", "vm:101")))
        .containsExactly("vm:101 RECOVERED n4 -> n2");
  }

  @Test
  void without_a_rule_nothing_returns() {
    assertThat(lostAndBack(HaPlan.ofFour().on("n4", "vm:101", "vm:102")))
        .containsExactly("vm:101 RECOVERED n4 -> n1", "vm:102 RECOVERED n4 -> n2");
  }

  @Test
  void a_node_that_is_emptied_for_maintenance_gets_its_resources_back_and_no_others() {
    var simulation = HaPlan.of("n1", "n2", "n3")
        .on("n1", "vm:101", "ct:102")
        .on("n2", "vm:103")
        .start();

    simulation.drain(List.of("n1"));
    simulation.endMaintenance(List.of("n1"));

    assertThat(HaPlan.lines(simulation))
        .containsExactly(
            "ct:102 MOVED n1 -> n3",
            "vm:101 MOVED n1 -> n2",
            "ct:102 MOVED n3 -> n1",
            "vm:101 MOVED n2 -> n1");
  }

  @Test
  void ha_moves_what_is_not_where_its_rules_want_it_before_anything_fails() {
    var simulation = HaPlan.ofFour()
        .on("n1", "vm:101")
        .on("n2", "vm:102")
        .prefer("home", "n3", "vm:101")
        .together("pair", "vm:101", "vm:102")
        .start();

    assertThat(HaPlan.lines(simulation))
        .containsExactly("vm:101 MOVED n1 -> n3", "vm:102 MOVED n2 -> n3");
  }

  @Test
  void rebalancing_on_start_places_what_is_to_be_started_anew() {
    var simulation = HaPlan.of("n1", "n2", "n3")
        .on("n3", "vm:101", "vm:102", "vm:103")
        .rebalancedOnStart()
        .start();

    assertThat(List.of("vm:101", "vm:102", "vm:103").stream().map(simulation::nodeOf))
        .containsExactly("n1", "n2", "n3");
  }
}
