package io.pveplan.rules.failure;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.cluster.FailureKind.NODE;
import static io.pveplan.model.cluster.FailureKind.RACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaState;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannedFailuresTest {

  private static ClusterPlan lab(int nodes, int goal, boolean mustRun) {
    return cluster("lab", c -> {
      c.mustSurvive(goal, NODE).mustSurvive(1, RACK);
      c.nodes(
          IntStream.rangeClosed(10, 9 + nodes).boxed().toList(),
          number -> "pve" + number,
          (n, number) -> n.hardware(h -> h.memory(gib(64))));
      var nas = c.storage(nfs("nas", "10.0.0.5", "/export"), s -> {});
      var node = NodeRef.named("pve10");
      var web = c.vm(101, "web", v -> v.node(node).memory(gib(8)).disk(nas, gib(8)));
      c.vm(102, "lone", v -> {
        v.node(node).memory(gib(8)).disk(nas, gib(8));
        if (mustRun) {
          v.mustRun();
        }
      });
      c.ha(h -> h.resources(web));
    });
  }

  @Test
  void they_are_computed_once_for_a_plan() {
    ResolvedPlan plan = ResolvedPlan.of(lab(3, 1, false));

    assertThat(PlannedFailures.of(plan)).isSameAs(PlannedFailures.of(plan));
    assertThat(PlannedFailures.of(plan).single(ScenarioKind.NODE))
        .isSameAs(PlannedFailures.of(plan).single(ScenarioKind.NODE))
        .hasSize(3);
    assertThatThrownBy(() -> PlannedFailures.of(plan).single(ScenarioKind.NODES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sets of nodes are no single failures");
  }

  @Test
  void the_guests_under_ha_are_required_unless_some_say_that_they_must_run() {
    assertThat(PlannedFailures.of(ResolvedPlan.of(lab(3, 1, false))).required())
        .containsExactly(Vmid.of(101));
    assertThat(PlannedFailures.of(ResolvedPlan.of(lab(3, 1, true))).required())
        .containsExactly(Vmid.of(102));
  }

  @Test
  void a_goal_counts_its_failures_and_what_it_lacks() {
    var failures = PlannedFailures.of(ResolvedPlan.of(lab(4, 2, true)));

    var nodes = failures.goals().get(0);
    assertThat(nodes.failures()).isEqualTo(4 + 6);
    assertThat(nodes.complete()).isTrue();
    assertThat(nodes.shortfalls())
        .extracting(it -> it.need() + " " + it.tolerated() + " " + it.example().scenario())
        .containsExactly("guests that must run 0 node/pve10", "votes 1 nodes/pve10+pve11");
    assertThat(nodes.survived().toString())
        .isEqualTo("{votes=1, guests that must run=0, memory=0}");
    assertThat(failures.goals().get(1).failures()).isZero();
    assertThat(failures.goals().get(1).unknown())
        .containsExactly(
            "the rack of pve10", "the rack of pve11", "the rack of pve12", "the rack of pve13");
  }

  @Test
  void templates_and_guests_that_ha_keeps_stopped_are_required_only_if_they_say_so() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      var one = c.vm(101, "one", v -> v.node(NodeRef.named("pve1")));
      var two = c.vm(102, "two", v -> v.node(NodeRef.named("pve1")));
      var three = c.template(103, "three", v -> v.node(NodeRef.named("pve1")));
      c.ha(h -> h.resources(one, three).resource(two, r -> r.state(HaState.DISABLED)));
    });

    assertThat(PlannedFailures.of(ResolvedPlan.of(plan)).required()).containsExactly(Vmid.of(101));
  }

  @Test
  void more_is_not_survived_than_there_is() {
    var plan = ResolvedPlan.of(cluster("lab", c -> {
      c.mustSurvive(5, NODE);
      c.nodes(List.of("pve1", "pve2", "pve3"), it -> it, (n, it) -> {});
    }));

    var goal = PlannedFailures.of(plan).goals().get(0);

    assertThat(goal.kept()).isFalse();
    assertThat(goal.survived().toString()).isEqualTo("{votes=1}");
  }

  @Test
  void a_goal_of_very_many_sets_is_not_complete() {
    var failures = PlannedFailures.of(ResolvedPlan.of(lab(41, 4, false)));

    assertThat(failures.goals().get(0).complete()).isFalse();
  }

  @Test
  void outages_tell_when_a_guest_starts_again() {
    var failures = PlannedFailures.of(ResolvedPlan.of(lab(3, 1, false)));

    assertThat(failures.outages().get(Vmid.of(101)).startsWithin())
        .contains(Duration.ofSeconds(230));
    assertThat(failures.outages().get(Vmid.of(102)).startsWithin()).isEmpty();
    assertThat(failures.losses()).isEmpty();
  }

  @Test
  void the_fullest_moment_of_each_node_is_known() {
    var failures = PlannedFailures.of(ResolvedPlan.of(lab(3, 1, false)));

    assertThat(failures.crowded().values())
        .extracting(it -> it.scenario() + ": " + it.load())
        .containsExactly("node/pve10: pve11 10GiB of 64GiB, 1 vCPUs on unknown threads");
  }
}
