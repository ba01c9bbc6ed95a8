package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.CEPH_PUBLIC;
import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.PowerSupply;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorsInOnePlaceTest {

  @Test
  void two_of_three_monitors_in_a_rack_are_reported() {
    verify(new MonitorsInOnePlace())
        .on(CephPlans.of(3, (c, nodes) -> {}))
        .reportsExactly("CEPH-010[rack/r1]")
        .withMessageContaining("rack r1 has the monitors of pve1, pve3: 2 of 3");
  }

  @Test
  void monitors_in_three_racks_pass() {
    verify(new MonitorsInOnePlace()).on(threeNodes()).passes();
  }

  @Test
  void most_monitors_on_one_ups_are_reported() {
    verify(new MonitorsInOnePlace())
        .on(onOneUps())
        .reportsExactly("CEPH-010[ups/ups-a]")
        .withMessageContaining("UPS ups-a has the monitors of pve1, pve2, pve3: 3 of 3");
  }

  @Test
  void most_monitors_on_one_switch_are_reported() {
    verify(new MonitorsInOnePlace())
        .on(onOneSwitch())
        .reportsExactly("CEPH-010[switch/sw1]")
        .withMessageContaining("switch sw1 has the monitors of pve1, pve2, pve3: 3 of 3");
  }

  @Test
  void unknown_racks_may_be_the_same() {
    verify(new MonitorsInOnePlace())
        .on(cluster("lab", c -> {
          var nodes = c.nodes(List.of("pve1", "pve2", "pve3"), name -> name, (n, name) -> {});
          c.ceph(s -> s.monitorsOn(nodes));
        }))
        .isUndecidedFor(
            "power supplies of pve1",
            "power supplies of pve2",
            "power supplies of pve3",
            "rack of pve1",
            "rack of pve2",
            "rack of pve3");
  }

  @Test
  void two_monitors_are_another_matter() {
    verify(new MonitorsInOnePlace()).on(CephPlans.of(2, (c, nodes) -> {})).isNotApplicable();
  }

  private static ClusterPlan onOneSwitch() {
    return cluster("lab", c -> {
      var front = c.network("front", "10.0.2.0/24", net -> net.carries(CEPH_PUBLIC));
      var feeds = List.of(c.circuit("feed-a", "ups-a"), c.circuit("feed-b", "ups-b"));
      var sw1 = c.ethernetSwitch("sw1", s -> {});
      var nodes = c.nodes(
          List.of(1, 2, 3),
          number -> "pve" + number,
          (n, number) -> n.hardware(
                  h -> h.rack("r" + number).powerSupplies(feeds.get(0), feeds.get(1)))
              .nic("eno1", front.host(10 + number))
              .cable("eno1", sw1.port(number)));
      c.ceph(s -> s.publicNetwork(front).monitorsOn(nodes));
    });
  }

  private static ClusterPlan onOneUps() {
    ClusterPlan plan = threeNodes();
    for (String node : List.of("pve1", "pve2", "pve3")) {
      plan = withHardware(
          plan,
          node,
          it -> it.powerSupplies(List.of(PowerSupply.builder().circuit("feed-a").build())));
    }
    return plan;
  }
}
