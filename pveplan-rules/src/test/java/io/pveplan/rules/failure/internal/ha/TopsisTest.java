package io.pveplan.rules.failure.internal.ha;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopsisTest {

  private static final long GIB = 1L << 30;

  @Test
  void the_node_with_the_most_left_is_the_best_and_a_small_one_the_worst() {
    var load = new DemandLoad(List.of(
        new HaNode("n1", 32, 128 * GIB),
        new HaNode("n2", 32, 128 * GIB),
        new HaNode("n3", 16, 64 * GIB)));
    load.put(0, new Demand(8, 32 * GIB));
    load.put(1, new Demand(4, 16 * GIB));
    load.put(2, new Demand(2, 8 * GIB));

    double[] scores = load.scores(new Demand(4, 16 * GIB), new boolean[] {true, true, true});

    assertThat(-scores[0]).isCloseTo(0.115982803, within(1e-9));
    assertThat(-scores[1]).isEqualTo(1);
    assertThat(-scores[2]).isEqualTo(0);
  }

  @Test
  void nodes_that_are_off_do_not_count() {
    var load = new DemandLoad(List.of(
        new HaNode("n1", 32, 128 * GIB),
        new HaNode("n2", 32, 128 * GIB),
        new HaNode("n3", 1, GIB)));
    load.put(0, new Demand(1, GIB));
    load.put(2, new Demand(1, GIB));

    double[] scores = load.scores(new Demand(1, GIB), new boolean[] {true, true, false});

    assertThat(scores).containsExactly(0, -1, 0);
  }

  @Test
  void a_container_without_limit_takes_all_cpus_of_its_node() {
    var load = new DemandLoad(List.of(new HaNode("n1", 8, GIB), new HaNode("n2", 8, GIB)));
    load.put(0, new Demand(0, 0));
    load.put(1, new Demand(7, 0));

    assertThat(load.scores(new Demand(1, 0), new boolean[] {true, true})).containsExactly(0, -1);
  }

  @Test
  void equal_alternatives_are_equally_close() {
    assertThat(Topsis.closeness(new double[][] {{1, 1, 1, 1}, {1, 1, 1, 1}})).containsExactly(0, 0);
  }
}
