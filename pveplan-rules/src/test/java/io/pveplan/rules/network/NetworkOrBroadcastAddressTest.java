package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NetworkOrBroadcastAddressTest {

  private final RuleVerifier rule = verify(new NetworkOrBroadcastAddress());

  @Test
  void a_network_address_is_reported() {
    ClusterPlan plan = node(n -> n.nic("eno1", x -> x.address("10.0.0.0/24")));

    rule.on(plan)
        .reportsExactly("NET-020[node/pve1/eno1]")
        .withMessageContaining("node pve1 (eno1) has 10.0.0.0, the network address of 10.0.0.0/24");
    assertThat(ReportedLines.of(new NetworkOrBroadcastAddress(), plan))
        .containsExactly(plan.nodes().get(0).interfaces().get(0).declaredAt().orElseThrow());
  }

  @Test
  void both_ends_on_one_interface_are_one_finding() {
    rule.on(node(n -> n.nic("eno1", x -> x.address("10.0.0.0/24").address("10.0.1.255/24"))))
        .reportsExactly("NET-020[node/pve1/eno1]")
        .withMessageContaining("10.0.0.0, the network address of 10.0.0.0/24 and 10.0.1.255, the "
            + "broadcast address of 10.0.1.0/24");
  }

  @Test
  void hosts_and_pairs_pass() {
    rule.on(node(n -> n.nic(
            "eno1", x -> x.address("10.0.0.1/30").address("10.1.0.0/31").address("10.2.0.0/32"))))
        .passes();
  }

  @Test
  void a_plan_of_ipv6_is_not_looked_at() {
    rule.on(node(n -> n.nic("eno1", x -> x.address("2001:db8::/64")))).isNotApplicable();
  }

  private static ClusterPlan node(Consumer<NodeSpec> parts) {
    return cluster("lab", c -> c.node("pve1", parts::accept));
  }
}
