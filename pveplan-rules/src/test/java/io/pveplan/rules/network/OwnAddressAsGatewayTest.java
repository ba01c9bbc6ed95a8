package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class OwnAddressAsGatewayTest {

  private final RuleVerifier rule = verify(new OwnAddressAsGateway());

  @Test
  void a_node_with_the_address_of_the_gateway_is_reported() {
    ClusterPlan plan = plan("10.0.0.0/24", "10.0.0.11");

    rule.on(plan)
        .reportsExactly("NET-021[node/pve1/eno1]")
        .withMessageContaining("node pve1 has 10.0.0.11/24 on eno1, the gateway of network mgmt")
        .withRemedyContaining("the address of the router");
    assertThat(ReportedLines.of(new OwnAddressAsGateway(), plan))
        .containsExactly(plan.nodes().get(0).interfaces().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_gateway_of_its_own_passes() {
    rule.on(plan("10.0.0.0/24", "10.0.0.1")).passes();
  }

  @Test
  void a_link_local_gateway_passes() {
    rule.on(plan("2001:db8::/64", "fe80::1")).passes();
  }

  @Test
  void a_network_without_gateway_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
          c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
        }))
        .isNotApplicable();
  }

  private static ClusterPlan plan(String subnet, String gateway) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", subnet, net -> net.gateway(gateway));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
    });
  }
}
