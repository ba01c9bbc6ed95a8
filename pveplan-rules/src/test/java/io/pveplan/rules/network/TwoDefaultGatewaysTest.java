package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class TwoDefaultGatewaysTest {

  private final RuleVerifier rule = verify(new TwoDefaultGateways());

  @Test
  void gateways_of_two_networks_are_reported() {
    ClusterPlan plan = plan("10.0.1.0/24", "10.0.1.1");

    rule.on(plan)
        .reportsExactly("NET-004[node/pve1]")
        .withMessageContaining(
            "node pve1 has 2 default gateways: 10.0.0.1 on eno1 (%s) and 10.0.1.1 on eno2 (%s)"
                .formatted(line(plan, 0), line(plan, 1)));
    assertThat(ReportedLines.of(new TwoDefaultGateways(), plan)).containsExactly(line(plan, 1));
  }

  private static Origin line(ClusterPlan plan, int network) {
    return plan.networks().get(network).declaredAt().orElseThrow();
  }

  @Test
  void one_of_each_family_passes() {
    rule.on(plan("2001:db8::/64", "2001:db8::1")).passes();
  }

  @Test
  void two_addresses_on_one_network_pass() {
    rule.on(cluster("lab", c -> {
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.gateway("10.0.0.1"));
          c.node("pve1", n -> n.nic("eno1", mgmt.host(11)).nic("eno2", mgmt.host(12)));
        }))
        .passes();
  }

  @Test
  void networks_without_gateway_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
          c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
        }))
        .isNotApplicable();
  }

  private static ClusterPlan plan(String subnet, String gateway) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.gateway("10.0.0.1"));
      var other = c.network("other", subnet, net -> net.gateway(gateway));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)).nic("eno2", other.host(11)));
    });
  }
}
