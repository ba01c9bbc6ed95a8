package io.pveplan.rules.failure.internal.ha;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ha.HaState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fixtures of the rule catalog (F0) and cases of their kind. */
class RecoveryTest {

  @Test
  void resources_are_taken_in_the_order_of_their_ids_and_go_to_the_node_with_the_fewest() {
    var plan = HaPlan.ofFour()
        .on("n4", "ct:300", "vm:1000", "vm:101", "vm:200")
        .on("n4", "vm:102", HaState.STOPPED)
        .on("n4", "vm:103", HaState.DISABLED);

    var simulation = plan.start();
    simulation.lose(List.of("n4"));

    assertThat(HaPlan.lines(simulation))
        .containsExactly(
            "ct:300 RECOVERED n4 -> n1",
            "vm:1000 RECOVERED n4 -> n2",
            "vm:101 RECOVERED n4 -> n3",
            "vm:102 RECOVERED n4 -> n1",
            "vm:200 RECOVERED n4 -> n2");
    assertThat(simulation.stageOf("vm:102")).isEqualTo(Stage.STOPPED);
    assertThat(simulation.nodeOf("vm:103")).isEqualTo("n4");
    assertThat(simulation.settled()).isTrue();
  }

  @Test
  void
      lower_priorities_are_not_tried_when_the_preferred_nodes_are_taken_by_ones_to_be_apart_from() {
    assertThat(HaPlan.ofFour()
            .on("n4", "vm:101")
            .on("n3", "vm:102")
            .prefer("home", "n3,n4", "vm:101")
            .apart("spread", "vm:101", "vm:102")
            .losing("n4"))
        .containsExactly("vm:101 NOT_RECOVERED n4 -> n4");
  }

  @Test
  void resources_to_be_together_share_their_nodes_and_what_they_are_apart_from() {
    assertThat(HaPlan.ofFour()
            .on("n4", "vm:101", "vm:102")
            .on("n1", "vm:103")
            .on("n2", "vm:104", "vm:105")
            .together("pair", "vm:101", "vm:102")
            .restrict("where", "n1,n2,n4", "vm:101")
            .apart("spread", "vm:102", "vm:103")
            .losing("n4"))
        .containsExactly("vm:101 RECOVERED n4 -> n2", "vm:102 RECOVERED n4 -> n2");
  }

  @Test
  void groups_of_8_4_leave_the_group_unless_it_is_restricted() {
    assertThat(HaPlan.ofFour()
            .withGroups()
            .on("n1", "vm:103")
            .on("n2", "vm:104")
            .on("n4", "vm:101", "vm:102", "vm:105")
            .prefer("any", "n4", "vm:101")
            .restrict("only", "n4", "vm:102")
            .prefer("ranked", "n4:2,n1:1,n2:1", "vm:105")
            .losing("n4"))
        .containsExactly(
            "vm:101 RECOVERED n4 -> n3",
            "vm:102 NOT_RECOVERED n4 -> n4",
            "vm:105 RECOVERED n4 -> n1");
  }

  @Test
  void by_demand_the_least_loaded_node_wins_and_not_the_one_with_the_fewest_guests() {
    var plan = HaPlan.of("n1", "n2", "n3")
        .sized("n1", "vm:101", 8, 64)
        .sized("n2", "vm:102", 2, 4)
        .sized("n2", "vm:103", 2, 4)
        .sized("n3", "vm:104", 4, 8);

    assertThat(plan.losing("n3")).containsExactly("vm:104 RECOVERED n3 -> n1");
    assertThat(plan.byDemand().losing("n3")).containsExactly("vm:104 RECOVERED n3 -> n2");
  }

  @Test
  void guests_that_are_no_resources_weigh_from_5_1_2_on() {
    var plan = HaPlan.of("n1", "n2", "n3")
        .other("n1", 2, 4)
        .other("n1", 2, 4)
        .on("n2", "vm:101")
        .on("n3", "vm:102");

    assertThat(plan.losing("n3")).containsExactly("vm:102 RECOVERED n3 -> n2");
    assertThat(plan.withGroups().losing("n3")).containsExactly("vm:102 RECOVERED n3 -> n1");
  }

  @Test
  void two_nodes_lost_at_once_are_recovered_in_one_go() {
    assertThat(HaPlan.of("n1", "n2", "n3", "n4", "n5")
            .on("n4", "vm:102", "vm:104")
            .on("n5", "vm:101", "vm:103")
            .losing("n5", "n4"))
        .containsExactly(
            "vm:101 RECOVERED n5 -> n1",
            "vm:102 RECOVERED n4 -> n2",
            "vm:103 RECOVERED n5 -> n3",
            "vm:104 RECOVERED n4 -> n1");
  }

  @Test
  void what_can_not_be_recovered_goes_back_to_its_node_when_that_is_up_again() {
    var simulation =
        HaPlan.ofFour().on("n4", "vm:101").restrict("only", "n4", "vm:101").start();
    simulation.lose(List.of("n4"));
    assertThat(simulation.stageOf("vm:101")).isEqualTo(Stage.RECOVERY);

    simulation.bringBack(List.of("n4"));

    assertThat(HaPlan.lines(simulation))
        .containsExactly("vm:101 NOT_RECOVERED n4 -> n4", "vm:101 RECOVERED n4 -> n4");
    assertThat(simulation.stageOf("vm:101")).isEqualTo(Stage.STARTED);
  }
}
