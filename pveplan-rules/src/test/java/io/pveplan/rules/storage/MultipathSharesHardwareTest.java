package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipathSharesHardwareTest {

  private static final String TARGET = "iqn.2024-02.net.example:san";

  private final RuleVerifier rule = verify(new MultipathSharesHardware());

  @ParameterizedTest(name = "second switch {0} on feed {1}, stack {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "sw2, feed-b, one, -",
        "sw2, feed-a, one, 'circuit feed-a on pve1'",
        "sw2, feed-c, one, 'UPS ups-a on pve1'",
        "sw1, feed-b, one, 'switch sw1 on pve1'"
      })
  void no_switch_or_feed_is_in_both_ways(String second, String feed, String stack, String message) {
    ClusterPlan plan = cluster("lab", c -> {
      var san1 = c.network("san1", "172.30.20.0/24", net -> net.carries(STORAGE));
      var san2 = c.network("san2", "172.30.21.0/24", net -> net.carries(STORAGE));
      var feedA = c.circuit("feed-a", "ups-a");
      c.circuit("feed-b", "ups-b");
      c.circuit("feed-c", "ups-a");
      var other = CircuitRef.named(feed);
      c.ethernetSwitch("sw1", s -> s.ports(8, gbit(10)).stack(stack).powerSupplies(feedA));
      c.ethernetSwitch("sw2", s -> s.ports(8, gbit(10)).stack(stack).powerSupplies(other));
      c.node(
          "pve1",
          n -> n.nic("eno1", san1.host(11))
              .nic("eno2", san2.host(11))
              .cable("eno1", SwitchRef.named("sw1").port(1))
              .cable("eno2", SwitchRef.named(second).port(2)));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals("172.30.21.50"));
    });

    if (message == null) {
      rule.on(plan).passes();
    } else {
      rule.on(plan).reportsExactly("SHR-018[storage/san]").withMessageContaining(message);
    }
  }

  @Test
  void portals_in_one_subnet_are_reported() {
    ClusterPlan plan = cluster("lab", c -> {
      var san = c.network("san", "172.30.20.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", san.host(11)).nic("eno2", san.host(12)));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals("172.30.20.51"));
    });

    rule.on(plan)
        .reportsExactly("SHR-018[storage/san]")
        .withMessageContaining("subnet 172.30.20.0/24 on pve1; 172.30.20.50 over eno1 and"
            + " 172.30.20.51 over eno2");
  }

  @Test
  void without_cables_it_is_undecided() {
    ClusterPlan plan = cluster("lab", c -> {
      var san1 = c.network("san1", "172.30.20.0/24", net -> net.carries(STORAGE));
      var san2 = c.network("san2", "172.30.21.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", san1.host(11)).nic("eno2", san2.host(11)));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals("172.30.21.50"));
    });

    rule.on(plan).isUndecidedFor("cable in eno1 of pve1", "cable in eno2 of pve1");
  }

  @Test
  void switches_of_unknown_power_are_undecided() {
    ClusterPlan plan = cluster("lab", c -> {
      var san1 = c.network("san1", "172.30.20.0/24", net -> net.carries(STORAGE));
      var san2 = c.network("san2", "172.30.21.0/24", net -> net.carries(STORAGE));
      var sw1 = c.ethernetSwitch("sw1", s -> s.ports(8, gbit(10)));
      var sw2 = c.ethernetSwitch("sw2", s -> s.ports(8, gbit(10)));
      c.node(
          "pve1",
          n -> n.nic("eno1", san1.host(11))
              .nic("eno2", san2.host(11))
              .cable("eno1", sw1.port(1))
              .cable("eno2", sw2.port(1)));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals("172.30.21.50"));
    });

    rule.on(plan).isUndecidedFor("power circuits of switch sw1", "power circuits of switch sw2");
  }

  @Test
  void of_a_single_path_there_is_nothing_to_say() {
    ClusterPlan plan = cluster("lab", c -> {
      var san = c.network("san", "172.30.20.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", san.host(11)));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> {});
    });

    rule.on(plan).isNotApplicable();
  }
}
