package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.CircuitRef;
import io.pveplan.dsl.QDeviceSpec;
import io.pveplan.dsl.SwitchRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class QDeviceNotIndependentTest {

  private static final CircuitRef FEED_A = CircuitRef.named("feed-a");
  private static final CircuitRef FEED_C = CircuitRef.named("feed-c");

  private final RuleVerifier rule = verify(new QDeviceNotIndependent());

  // pve1 and pve2 in rack r1 on feed-a and sw1, pve3 and pve4 in r2 on feed-b and sw2.
  private static ClusterPlan plan(String address, Consumer<QDeviceSpec> host) {
    return cluster("lab", c -> {
      var feedA = c.circuit("feed-a", "ups-a");
      var feedB = c.circuit("feed-b", "ups-b");
      c.circuit("feed-c", "ups-c");
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var sw1 = c.ethernetSwitch("sw1", s -> {});
      var sw2 = c.ethernetSwitch("sw2", s -> {});
      c.ethernetSwitch("sw3", s -> {});
      c.nodes(
          List.of(1, 2, 3, 4),
          number -> "pve" + number,
          (n, number) -> n.nic("eno1", ring.host(10 + number))
              .bridge("vmbr0", b -> b.over("eno2"))
              .cable("eno1", (number < 3 ? sw1 : sw2).port(number))
              .hardware(
                  h -> h.rack(number < 3 ? "r1" : "r2").powerSupplies(number < 3 ? feedA : feedB)));
      c.corosync(k -> k.link(0, ring).qdevice(address, host));
      c.vm(200, "web", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, ring.host(50))));
    });
  }

  private static void apart(QDeviceSpec q) {
    q.rack("office").powerSupplies(FEED_C).on(SwitchRef.named("sw3"));
  }

  @Test
  void a_host_in_a_third_place_passes() {
    rule.on(plan("192.0.2.9", QDeviceNotIndependentTest::apart)).passes();
  }

  @Test
  void a_place_shared_with_half_of_the_votes_is_reported() {
    rule.on(plan("192.0.2.9", q -> q.rack("r1").powerSupplies(FEED_A).on(SwitchRef.named("sw1"))))
        .reportsExactly("CLU-009[corosync/qdevice]")
        .withMessageContaining("the QDevice shares rack r1 with pve1, pve2, which have 2 of the 4"
            + " votes of the nodes; it shares circuit feed-a with pve1, pve2, which have 2 of the 4"
            + " votes of the nodes; it shares UPS ups-a with pve1, pve2, which have 2 of the 4 votes"
            + " of the nodes; it shares switch sw1 with pve1, pve2, which have 2 of the 4 votes of"
            + " the nodes");
  }

  @Test
  void a_larger_share_can_be_allowed() {
    verify(new QDeviceNotIndependent())
        .set(QDeviceNotIndependent.SHARE, 51)
        .on(plan("192.0.2.9", q -> q.rack("r1").powerSupplies(FEED_C).on(SwitchRef.named("sw3"))))
        .passes();
  }

  @Test
  void a_node_or_guest_of_the_cluster_is_reported() {
    rule.on(plan("10.0.1.13", QDeviceNotIndependentTest::apart))
        .reportsExactly("CLU-009[corosync/qdevice]")
        .withMessageContaining("has the address 10.0.1.13 of node pve3 (eno1)");
    rule.on(plan("10.0.1.50", QDeviceNotIndependentTest::apart))
        .reportsExactly("CLU-009[corosync/qdevice]")
        .withMessageContaining("has the address 10.0.1.50 of guest 200 (net0)");
  }

  @Test
  void a_place_that_nobody_knows_is_undecided() {
    rule.on(plan("192.0.2.9", q -> q.rack("office")))
        .isUndecidedFor(
            "power circuits of the host of the QDevice", "switch of the host of the QDevice");
  }

  @Test
  void without_qdevice_it_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
