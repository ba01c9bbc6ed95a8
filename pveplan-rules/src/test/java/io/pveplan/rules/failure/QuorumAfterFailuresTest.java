package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.FailureKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each outcome is computed by hand: votes that are left of those that are needed. */
class QuorumAfterFailuresTest {

  private static final Set<ScenarioKind> OF_VOTES = EnumSet.of(
      ScenarioKind.NODES,
      ScenarioKind.RACK,
      ScenarioKind.ROOM,
      ScenarioKind.PARTITION,
      ScenarioKind.QDEVICE,
      ScenarioKind.NODE_AND_QDEVICE);

  private static ClusterPlan nodes(int number, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      IntStream.rangeClosed(1, number).forEach(it -> c.node("pve" + it, n -> {}));
      more.accept(c);
    });
  }

  private static List<String> votes(ClusterPlan plan) {
    FailureSweep sweep = FailureSweep.of(plan);
    return sweep.scenarios().stream()
        .filter(it -> OF_VOTES.contains(it.kind()))
        .map(sweep::survival)
        .map(it -> it.scenario() + " " + it.votes() + "/" + it.quorum()
            + (it.quorate() ? "" : " lost")
            + (it.cutOff().isEmpty() ? "" : " without " + it.cutOff()))
        .toList();
  }

  private static String smallest(ClusterPlan plan) {
    return FailureSweep.of(plan)
        .smallestLosingQuorum()
        .map(it -> it.scenario() + " " + it.votes() + "/" + it.quorum())
        .orElseThrow();
  }

  @Test
  void without_quorum_guests_stop_too_and_the_set_that_takes_it_is_the_smallest_for_both() {
    var plan = cluster("lab", c -> {
      c.nodes(List.of(1, 2, 3, 4, 5, 6, 7), it -> "pve" + it, (n, it) -> {});
      var one = c.vm(101, "one", v -> v.node(NodeRef.named("pve7")));
      c.ha(h -> h.resources(one));
    });

    FailureSweep sweep = FailureSweep.of(plan);

    assertThat(sweep.smallestLosingQuorum().map(it -> it.scenario().toString()))
        .contains("nodes/pve1+pve2+pve3+pve4");
    assertThat(sweep.smallestLosingAnyGuest().map(it -> it.scenario().toString()))
        .contains("nodes/pve1+pve2+pve3+pve4");
  }

  @Test
  void two_nodes_and_a_qdevice() {
    var plan = nodes(2, c -> c.corosync(k -> k.qdevice("10.0.0.9")));

    assertThat(votes(plan))
        .containsExactly(
            "nodes/pve1+pve2 0/2 lost",
            "qdevice/qnetd 2/2",
            "node-and-qdevice/pve1+qnetd 1/2 lost",
            "node-and-qdevice/pve2+qnetd 1/2 lost");
    assertThat(smallest(plan)).isEqualTo("nodes/pve1+pve2 0/2");
  }

  @Test
  void three_nodes() {
    var plan = nodes(3, c -> {});

    assertThat(votes(plan))
        .containsExactly(
            "nodes/pve1+pve2 1/2 lost", "nodes/pve1+pve3 1/2 lost", "nodes/pve2+pve3 1/2 lost");
    assertThat(smallest(plan)).isEqualTo("nodes/pve1+pve2 1/2");
  }

  @Test
  void four_nodes_and_a_qdevice() {
    var plan =
        nodes(4, c -> c.corosync(k -> k.qdevice("10.0.0.9")).mustSurvive(3, FailureKind.NODE));

    assertThat(votes(plan))
        .contains(
            "nodes/pve1+pve2 3/3",
            "nodes/pve3+pve4 3/3",
            "nodes/pve1+pve2+pve3 2/3 lost",
            "qdevice/qnetd 4/3",
            "node-and-qdevice/pve1+qnetd 3/3")
        .hasSize(6 + 4 + 1 + 4);
    assertThat(smallest(plan)).isEqualTo("nodes/pve1+pve2+pve3 2/3");
  }

  @Test
  void five_nodes() {
    var plan = nodes(5, c -> {});

    assertThat(votes(plan)).contains("nodes/pve1+pve2 3/3").hasSize(10 + 1);
    // Beyond all pairs of nodes.
    assertThat(smallest(plan)).isEqualTo("nodes/pve1+pve2+pve3 2/3");
  }

  @Test
  void the_qdevice_of_an_odd_number_has_more_votes_than_any_node() {
    var plan = nodes(5, c -> c.corosync(k -> k.forcedQdevice("10.0.0.9")));

    assertThat(votes(plan))
        .contains(
            "nodes/pve1+pve2 7/5", "qdevice/qnetd 5/5", "node-and-qdevice/pve1+qnetd 4/5 lost");
    assertThat(smallest(plan)).isEqualTo("node-and-qdevice/pve1+qnetd 4/5");
  }

  @Test
  void six_nodes_in_two_racks() {
    var plan = cluster(
        "lab",
        c -> IntStream.rangeClosed(1, 6)
            .forEach(it ->
                c.node("pve" + it, n -> n.hardware(h -> h.rack(it <= 3 ? "r1" : "r2")))));

    assertThat(votes(plan))
        .contains("nodes/pve1+pve2 4/4", "rack/r1 3/4 lost", "rack/r2 3/4 lost")
        .hasSize(15 + 2 + 1);
    assertThat(smallest(plan)).isEqualTo("rack/r1 3/4");
  }

  private static ClusterPlan stretched(Consumer<ClusterSpec> qdevice) {
    return cluster("lab", c -> {
      var east = c.rack("e1", "east");
      var west = c.rack("w1", "west");
      c.rack("t1", "tower");
      IntStream.rangeClosed(1, 4)
          .forEach(it -> c.node("pve" + it, n -> n.hardware(h -> h.rack(it <= 2 ? west : east))));
      qdevice.accept(c);
    });
  }

  private static List<String> places(ClusterPlan plan) {
    return votes(plan).stream()
        .filter(line -> line.matches("(room|partition).*"))
        .toList();
  }

  @Test
  void a_stretched_cluster_outlives_a_room_with_a_qdevice_in_a_third() {
    assertThat(places(stretched(c -> c.corosync(k -> k.qdevice("10.0.0.9", q -> q.rack("t1"))))))
        .containsExactly(
            "room/east 3/3", "room/west 3/3", "partition/east 3/3 without [pve3, pve4]");
  }

  @Test
  void a_stretched_cluster_falls_with_the_room_of_its_qdevice() {
    var plan = stretched(c -> c.corosync(k -> k.qdevice("10.0.0.9", q -> q.rack("e1"))));

    // The side of the QDevice goes on, although the other one has the lowest node number.
    assertThat(places(plan))
        .containsExactly(
            "room/east 2/3 lost", "room/west 3/3", "partition/east 3/3 without [pve1, pve2]");
    assertThat(smallest(plan)).isEqualTo("rack/e1 2/3");
  }

  @Test
  void equal_sides_without_a_tie_breaker_both_lose_quorum() {
    assertThat(places(stretched(c -> {})))
        .containsExactly(
            "room/east 2/3 lost",
            "room/west 2/3 lost",
            "partition/east 2/3 lost without [pve3, pve4]");
  }

  @Test
  void of_three_rooms_the_one_that_is_cut_off_does_not_reach_a_qdevice_elsewhere() {
    var plan = cluster("lab", c -> {
      for (String room : List.of("a", "b", "c")) {
        var rack = c.rack("r" + room, room);
        c.node(room + "1", n -> n.hardware(h -> h.rack(rack)));
        c.node(room + "2", n -> n.hardware(h -> h.rack(rack)));
      }
      c.corosync(k -> k.qdevice("10.0.0.9", q -> q.rack("rc")));
    });

    // Seven votes, four are needed: two nodes with the QDevice are three.
    assertThat(places(plan))
        .containsExactly(
            "room/a 5/4",
            "room/b 5/4",
            "room/c 4/4",
            "partition/a 5/4 without [a1, a2]",
            "partition/b 5/4 without [b1, b2]",
            "partition/c 4/4 without [c1, c2]");
  }

  @Test
  void an_empty_plan_has_no_quorum_to_lose() {
    assertThat(FailureSweep.of(cluster("lab", c -> {})).smallestLosingQuorum()).isEmpty();
  }
}
