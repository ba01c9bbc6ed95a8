package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.OUT_OF_BAND;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class CableInWrongPortTest {

  private final RuleVerifier rule = verify(new CableInWrongPort());

  private static ClusterPlan plan(int ringPort, int lanPort, int bmcPort) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var lan = c.network("lan", "10.0.0.0/24", net -> {});
      var guests = c.network("guests", net -> net.vlans(100, 199));
      var oob = c.network("oob", "10.0.9.0/24", net -> net.carries(OUT_OF_BAND));
      var sw1 = c.ethernetSwitch(
          "sw1",
          s -> s.ports("", 1, 8, p -> p.carries(ring))
              .ports("", 9, 16, p -> p.carries(lan, guests))
              .ports("", 17, 24, p -> p.carries(oob))
              .ports("", 25, 48, p -> {}));
      c.node(
          "pve1",
          n -> n.nic("eno1", ring.host(11))
              .bridge(
                  "vmbr0", b -> b.over("eno2").vlanAware().carries(guests).address(lan.host(11)))
              .hardware(h -> h.bmc(BmcKind.IPMI, oob.host(11)))
              .cable("eno1", sw1.port(ringPort))
              .cable("eno2", sw1.port(lanPort))
              .bmcCable(sw1.port(bmcPort)));
    });
  }

  @Test
  void cables_in_ports_of_their_networks_pass() {
    rule.on(plan(1, 9, 17)).passes();
  }

  @Test
  void a_swapped_pair_is_reported_at_both_cables() {
    rule.on(plan(9, 1, 17))
        .reportsExactly("NET-045[cable/pve1/eno1]", "NET-045[cable/pve1/eno2]")
        .withMessageContaining("of switch sw1, which lets through");
  }

  @Test
  void the_management_controller_has_a_network_too() {
    rule.on(plan(1, 9, 2))
        .reportsExactly("NET-045[cable/pve1/bmc]")
        .withMessageContaining("the management controller of pve1 carries oob");
  }

  @Test
  void a_port_that_says_no_networks_is_undecided_where_others_do() {
    rule.on(plan(1, 25, 17)).isUndecidedFor("networks of port 25 of switch sw1");
  }

  @Test
  void a_switch_that_says_no_networks_is_undecided_once() {
    rule.on(cluster("lab", c -> {
          var ring = c.network("ring", "10.0.1.0/24", net -> {});
          var lan = c.network("lan", "10.0.0.0/24", net -> {});
          var sw1 = c.ethernetSwitch("sw1", s -> s.ports(48, gbit(10)));
          c.node(
              "pve1",
              n -> n.nic("eno1", ring.host(11))
                  .nic("eno2", lan.host(11))
                  .cable("eno1", sw1.port(1))
                  .cable("eno2", sw1.port(2)));
        }))
        .isUndecidedFor("networks of the ports of switch sw1");
  }

  @Test
  void a_cable_that_carries_no_network_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var sw1 = c.ethernetSwitch("sw1", s -> s.ports(48, gbit(10)));
          c.node("pve1", n -> n.nic("eno1").cable("eno1", sw1.port(1)));
        }))
        .isNotApplicable();
  }
}
