package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.activeBackup;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lacp;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.Bonding;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.network.LacpRate;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class LinkOverSlowLacpTest {

  private final RuleVerifier rule = verify(new LinkOverSlowLacp());

  private static ClusterPlan over(Bonding bond) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      c.node("pve1", n -> n.bond(bond, ring.host(11)));
      c.corosync(k -> k.link(0, ring));
    });
  }

  private static Bonding bond0() {
    return lacp("bond0", "eno1", "eno2");
  }

  @Test
  void the_slow_rate_is_reported_wherever_it_is() {
    rule.on(over(bond0()))
        .reportsExactly("CLU-030[node/pve1/bond0]")
        .withMessageContaining("link0 runs over bond0 of pve1, whose LACP rate is slow on the node")
        .withRemedyContaining("fast");
    rule.on(over(bond0().switchLacpRate(LacpRate.SLOW)))
        .reportsExactly("CLU-030[node/pve1/bond0]")
        .withMessageContaining("slow on the node and its switch ports");
    rule.on(over(bond0().fast().switchLacpRate(LacpRate.SLOW)))
        .reportsExactly("CLU-030[node/pve1/bond0]")
        .withMessageContaining("slow on its switch ports");
    rule.on(over(bond0().switchLacpRate(LacpRate.FAST)))
        .reportsExactly("CLU-030[node/pve1/bond0]")
        .withMessageContaining("slow on the node");
  }

  @Test
  void the_fast_rate_on_both_sides_passes() {
    rule.on(over(bond0().fast().switchLacpRate(LacpRate.FAST))).passes();
  }

  @Test
  void ports_speak_for_themselves() {
    rule.on(cabled(LacpRate.FAST, LacpRate.FAST)).passes();
    rule.on(cabled(LacpRate.FAST, LacpRate.SLOW))
        .reportsExactly("CLU-030[node/pve1/bond0]")
        .withMessageContaining("slow on its switch ports");
  }

  private static ClusterPlan cabled(LacpRate left, LacpRate right) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var sw1 = c.ethernetSwitch(
          "sw1",
          s -> s.ports("", 1, 1, p -> p.lacpRate(left)).ports("", 2, 2, p -> p.lacpRate(right)));
      c.node(
          "pve1",
          n -> n.bond(bond0().fast(), ring.host(11))
              .cable("eno1", sw1.port(1))
              .cable("eno2", sw1.port(2)));
      c.corosync(k -> k.link(0, ring));
    });
  }

  @Test
  void another_mode_passes() {
    rule.on(over(activeBackup("bond0", "eno1", "eno2"))).passes();
  }

  @Test
  void a_switch_that_nothing_is_known_of_is_undecided() {
    rule.on(over(bond0().fast())).isUndecidedFor("LACP rate of the switch ports of bond0 of pve1");
  }

  @Test
  void without_links_it_is_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> n.bond(bond0())))).isNotApplicable();
  }
}
