package io.pveplan.rules.failure.internal.ha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartFailureTest {

  private static final class Asked implements Startability {

    private final Set<String> possible;
    private final List<String> attempts = new ArrayList<>();
    private boolean moves = true;

    Asked(String... possible) {
      this.possible = Set.of(possible);
    }

    @Override
    public boolean starts(String service, String node, Running running) {
      attempts.add(node);
      return possible.contains(node);
    }

    @Override
    public boolean moves(String service, String from, String to, boolean runs, Running running) {
      return moves;
    }
  }

  @Test
  void a_resource_that_does_not_start_is_tried_twice_and_then_moved() {
    var asked = new Asked("n2", "n4");

    assertThat(HaPlan.ofFour().on("n4", "vm:101").where(asked).losing("n4"))
        .containsExactly("vm:101 RECOVERED n4 -> n1", "vm:101 MOVED n1 -> n2");
    assertThat(asked.attempts).containsExactly("n4", "n1", "n1", "n2");
  }

  @Test
  void after_two_nodes_and_four_attempts_it_is_given_up() {
    var asked = new Asked("n4");

    var simulation = HaPlan.ofFour().on("n4", "vm:101").where(asked).start();
    simulation.lose(List.of("n4"));

    assertThat(HaPlan.lines(simulation))
        .containsExactly(
            "vm:101 RECOVERED n4 -> n1", "vm:101 MOVED n1 -> n2", "vm:101 GIVEN_UP n2 -> n2");
    assertThat(asked.attempts).containsExactly("n4", "n1", "n1", "n2", "n2");
    assertThat(simulation.stageOf("vm:101")).isEqualTo(Stage.ERROR);
  }

  @Test
  void one_that_can_not_be_moved_is_tried_where_it_is() {
    var asked = new Asked("n3", "n4");
    asked.moves = false;

    assertThat(HaPlan.ofFour().on("n4", "vm:101").where(asked).losing("n4"))
        .containsExactly(
            "vm:101 RECOVERED n4 -> n1", "vm:101 MOVED n1 -> n2", "vm:101 GIVEN_UP n1 -> n1");
    assertThat(asked.attempts).containsExactly("n4", "n1", "n1", "n1", "n1");
  }

  @Test
  void a_resource_whose_move_fails_again_and_again_does_not_hang_the_simulation() {
    var asked = new Asked("n1", "n2");
    asked.moves = false;

    var simulation = HaPlan.of("n1", "n2")
        .on("n1", "vm:101")
        .prefer("home", "n2", "vm:101")
        .where(asked)
        .start();

    assertThat(simulation.settled()).isFalse();
    assertThat(simulation.nodeOf("vm:101")).isEqualTo("n1");
  }
}
