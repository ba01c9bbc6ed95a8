package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.Bonding;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class PathOversubscribedTest {

  private final RuleVerifier rule = verify(new PathOversubscribed());

  private static ClusterPlan plan(Bonding bond, int cephGbit, int speed) {
    return cluster("lab", c -> {
      var ceph = c.network("ceph", "10.0.2.0/24", net -> net.bandwidth(gbit(cephGbit)));
      var move = c.network("move", "10.0.3.0/24", net -> net.bandwidth(gbit(5)));
      c.node(
          "pve1",
          n -> n.nic("eno1", b -> b.speed(gbit(speed)))
              .nic("eno2", b -> b.speed(gbit(speed)))
              .bond(bond, ceph.host(11))
              .vlan("bond0.30", move.host(11)));
    });
  }

  private static Bonding active() {
    return activeBackup("bond0", "eno1", "eno2");
  }

  @Test
  void networks_that_want_more_than_the_way_carries_are_reported() {
    rule.on(plan(active(), 10, 10))
        .reportsExactly("NET-046[node/pve1/bond0]")
        .withMessageContaining(
            "the networks on bond0 of pve1 want 15Gbit/s together, and it carries 10Gbit/s");
  }

  @Test
  void all_slaves_of_lacp_count() {
    rule.on(plan(lacp("bond0", "eno1", "eno2"), 10, 10)).passes();
  }

  @Test
  void as_much_as_the_way_carries_passes() {
    rule.on(plan(active(), 5, 10)).passes();
  }

  @Test
  void the_port_may_be_the_slow_part() {
    rule.on(cluster("lab", c -> {
          var ceph = c.network("ceph", "10.0.2.0/24", net -> net.bandwidth(gbit(20)));
          var sw1 = c.ethernetSwitch("sw1", s -> s.ports(48, gbit(10)));
          c.node(
              "pve1",
              n -> n.nic("eno1", b -> b.speed(gbit(25)).addresses(ceph.host(11)))
                  .cable("eno1", sw1.port(1)));
        }))
        .reportsExactly("NET-046[node/pve1/eno1]");
  }

  @Test
  void a_speed_that_nobody_knows_is_undecided() {
    rule.on(cluster("lab", c -> {
          var ceph = c.network("ceph", "10.0.2.0/24", net -> net.bandwidth(gbit(20)));
          c.node("pve1", n -> n.nic("eno1", ceph.host(11)));
        }))
        .isUndecidedFor("speed of eno1 of pve1");
  }

  @Test
  void networks_that_want_nothing_are_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var ceph = c.network("ceph", "10.0.2.0/24", net -> {});
          c.node("pve1", n -> n.nic("eno1", ceph.host(11)));
        }))
        .isNotApplicable();
  }
}
