package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class OpenVswitchMissingTest {

  private final RuleVerifier rule = verify(new OpenVswitchMissing());

  @Test
  void a_node_without_the_package_is_reported() {
    rule.on(node("chrony"))
        .reportsExactly("NET-036[node/pve1]")
        .withMessageContaining("Open vSwitch makes vmbr0, vmbr1 of pve1, and the node does not get"
            + " openvswitch-switch");
  }

  @Test
  void a_node_with_the_package_passes() {
    rule.on(node("openvswitch-switch")).passes();
  }

  @Test
  void without_packages_nothing_is_known() {
    rule.on(node()).isUndecidedFor("packages of pve1");
  }

  @Test
  void the_line_is_that_of_the_node() {
    ClusterPlan plan = node("chrony");

    assertThat(ReportedLines.of(new OpenVswitchMissing(), plan))
        .containsExactly(plan.nodes().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_linux_bridge_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.bridge("vmbr0", b -> {}))))
        .isNotApplicable();
  }

  private static ClusterPlan node(String... packages) {
    return cluster(
        "lab",
        c -> c.node(
            "pve1",
            n -> n.packages(packages)
                .bridge("vmbr0", b -> b.openVswitch().over("eno1"))
                .bridge("vmbr1", b -> b.openVswitch())));
  }
}
