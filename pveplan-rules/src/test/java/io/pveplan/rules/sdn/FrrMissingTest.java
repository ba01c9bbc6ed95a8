package io.pveplan.rules.sdn;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.EveryNodeSpec;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FrrMissingTest {

  private final RuleVerifier rule = verify(new FrrMissing());

  private static ClusterPlan peers(Consumer<EveryNodeSpec> all, Consumer<NodeSpec> second) {
    return cluster("lab", c -> {
      var under = c.network("under", "10.0.0.0/24", net -> {});
      c.everyNode(all);
      c.node("pve1", n -> n.nic("eno1", under.host(1)));
      c.node("pve2", n -> n.nic("eno1", under.host(2)).with(second));
      c.evpnController("ctl1", 65000, under);
    });
  }

  @Test
  void peers_without_frr_are_reported() {
    rule.on(peers(n -> n.packages("dnsmasq"), n -> {}))
        .reportsExactly("SDN-029[node/pve1]", "SDN-029[node/pve2]")
        .withMessageContaining("is a peer of EVPN controller ctl1 and does not get frr-pythontools")
        .withRemedyContaining(
            "Install frr-pythontools, which brings frr along, and enable the service frr.");
  }

  @Test
  void packages_of_the_node_itself_count() {
    rule.on(peers(n -> n.packages("dnsmasq"), n -> n.packages("frr-pythontools")))
        .reportsExactly("SDN-029[node/pve1]")
        .withMessageContaining("pve1 is a peer of EVPN controller ctl1");
  }

  @Test
  void frr_alone_is_not_enough() {
    rule.on(peers(n -> n.packages("frr"), n -> n.packages("frr-pythontools")))
        .reportsExactly("SDN-029[node/pve1]");
  }

  @Test
  void packages_of_all_nodes_pass() {
    rule.on(peers(n -> n.packages("frr-pythontools"), n -> {})).passes();
  }

  @Test
  void two_controllers_are_one_finding() {
    var plan = cluster("lab", c -> {
      var under = c.network("under", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", under.host(1)).packages("dnsmasq"));
      c.evpnController("ctl1", 65000, under);
      c.evpnController("ctl2", 65001, under);
    });

    rule.on(plan)
        .reportsExactly("SDN-029[node/pve1]")
        .withMessageContaining("pve1 is a peer of EVPN controller ctl1, ctl2");
  }

  @Test
  void a_node_outside_of_the_network_is_no_peer() {
    var plan = cluster("lab", c -> {
      var under = c.network("under", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", under.host(1)).packages("frr-pythontools"));
      c.node("pve2", n -> n.packages("dnsmasq"));
      c.evpnController("ctl1", 65000, under);
    });

    rule.on(plan).passes();
  }

  @Test
  void nodes_without_packages_are_undecided() {
    rule.on(peers(n -> {}, n -> {})).isUndecidedFor("packages of pve1", "packages of pve2");
  }

  @Test
  void a_controller_without_peers_is_undecided() {
    var plan = cluster("lab", c -> {
      var under = c.network("under", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> {});
      c.evpnController("ctl1", 65000, under);
    });

    rule.on(plan).isUndecidedFor("addresses of nodes on network under");
  }

  @Test
  void a_plan_without_controller_is_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.packages("dnsmasq")))).isNotApplicable();
  }
}
