package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.mib;
import static io.pveplan.dsl.Pveplan.tib;
import static io.pveplan.model.hardware.NodeRole.COMPUTE;
import static io.pveplan.model.hardware.NodeRole.MANAGEMENT;
import static io.pveplan.model.hardware.NodeRole.STORAGE;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class ManagementNodeOverloadedTest {

  private final RuleVerifier rule = verify(new ManagementNodeOverloaded());

  private static ClusterPlan guestsOf(DataSize first, DataSize second, NodeRole... roles) {
    return cluster("lab", c -> {
      var node = c.node("pve1", n -> n.roles(roles).hardware(h -> h.memory(gib(64))));
      c.vm(100, "first", v -> v.node(node).memory(first));
      c.vm(101, "second", v -> v.node(node).memory(second));
    });
  }

  @Test
  void guests_beyond_half_of_the_memory_are_reported() {
    rule.on(guestsOf(gib(32), mib(16), MANAGEMENT))
        .reportsExactly("NODE-023[node/pve1]")
        .withMessageContaining(
            "32784MiB of 64GiB are planned for the guests of management node pve1; 50 % is the"
                + " limit")
        .withRemedyContaining("compute nodes");
  }

  @Test
  void guests_with_half_of_the_memory_pass() {
    rule.on(guestsOf(gib(16), gib(16), MANAGEMENT)).passes();
  }

  @Test
  void the_share_is_a_parameter() {
    var plan = guestsOf(gib(12), gib(4), MANAGEMENT);

    rule.set(ManagementNodeOverloaded.LARGEST_SHARE, 25).on(plan).passes();
    rule.set(ManagementNodeOverloaded.LARGEST_SHARE, 24)
        .on(plan)
        .reportsExactly("NODE-023[node/pve1]");
  }

  @Test
  void a_share_beyond_the_whole_is_refused() {
    assertThatThrownBy(() -> rule.set(ManagementNodeOverloaded.LARGEST_SHARE, 101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter largestShare: 101 is refused, it must be from 0 to 100");
  }

  @Test
  void a_storage_role_beside_it_changes_nothing() {
    rule.on(guestsOf(gib(32), gib(1), MANAGEMENT, STORAGE)).reportsExactly("NODE-023[node/pve1]");
  }

  @Test
  void sizes_beyond_all_measure_are_reported_too() {
    rule.on(guestsOf(tib(8_388_607), tib(8_388_607), MANAGEMENT))
        .reportsExactly("NODE-023[node/pve1]");
  }

  @Test
  void templates_take_no_memory() {
    var plan = cluster("lab", c -> {
      var node = c.node("pve1", n -> n.roles(MANAGEMENT).hardware(h -> h.memory(gib(64))));
      c.template(9000, "template", v -> v.node(node).memory(gib(64)));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_node_without_declared_memory_is_undecided() {
    var plan = cluster("lab", c -> {
      var node = c.node("pve1", n -> n.roles(MANAGEMENT));
      c.vm(100, "first", v -> v.node(node));
    });

    rule.on(plan).isUndecidedFor("memory of pve1");
  }

  @Test
  void a_node_without_guests_passes_whatever_its_memory() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.roles(MANAGEMENT)))).passes();
  }

  @Test
  void a_node_that_is_a_compute_node_too_is_not_applicable() {
    rule.on(guestsOf(gib(64), gib(64), MANAGEMENT, COMPUTE)).isNotApplicable();
  }

  @Test
  void a_node_of_another_role_is_not_applicable() {
    rule.on(guestsOf(gib(64), gib(64), STORAGE)).isNotApplicable();
  }
}
