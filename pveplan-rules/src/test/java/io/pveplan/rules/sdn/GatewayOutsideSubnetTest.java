package io.pveplan.rules.sdn;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayOutsideSubnetTest {

  private final RuleVerifier rule = verify(new GatewayOutsideSubnet());

  private static ClusterPlan subnet(String subnet, String gateway) {
    return cluster("lab", c -> {
      var nat = c.zone(simple("nat1"), z -> {});
      c.vnet("net1", nat, b -> b.subnet(subnet, s -> s.gateway(gateway)));
    });
  }

  @Test
  void a_gateway_outside_is_reported() {
    rule.on(subnet("10.150.10.0/24", "10.150.11.1"))
        .reportsExactly("SDN-021[sdn/subnet/net1-10.150.10.0-24]")
        .withMessageContaining("gateway 10.150.11.1 is not in subnet 10.150.10.0/24")
        .withRemedyContaining("Give the subnet a gateway of its own addresses.");
  }

  @ParameterizedTest(name = "{1} in {0}: reported = {2}")
  @CsvSource({
    "10.150.10.0/24,   10.150.9.255,  true",
    "10.150.10.0/24,   10.150.10.0,   false",
    "10.150.10.0/24,   10.150.10.255, false",
    "10.150.10.0/24,   10.150.11.0,   true",
    "10.150.10.0/24,   fd00::1,       true",
    "10.150.10.7/32,   10.150.10.1,   false",
    "10.150.10.6/31,   10.150.10.1,   true",
    "10.150.10.7/32,   fd00::1,       true",
    "fd00:10::/64,     fd00:10::1,    false",
    "fd00:10::/64,     fd00:11::1,    true",
    "fd00:10::7/128,   fd00:10::1,    true",
  })
  void a_gateway_lies_in_its_subnet_unless_that_is_a_single_ipv4_address(
      String subnet, String gateway, boolean reported) {
    var verdict = rule.on(subnet(subnet, gateway));

    if (reported) {
      verdict.reportsExactly("SDN-021[sdn/subnet/net1-" + subnet.replace('/', '-') + "]");
    } else {
      verdict.passes();
    }
  }

  @Test
  void a_subnet_without_gateway_passes() {
    var plan = cluster("lab", c -> {
      var nat = c.zone(simple("nat1"), z -> {});
      c.vnet("net1", nat, b -> b.subnet("10.150.10.0/24", s -> {}));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_plan_without_subnets_is_not_applicable() {
    rule.on(cluster("lab", c -> c.zone(simple("nat1"), z -> {}))).isNotApplicable();
  }
}
