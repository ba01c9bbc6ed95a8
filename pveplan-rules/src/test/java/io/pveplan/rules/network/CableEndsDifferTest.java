package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.Bonding;
import io.pveplan.dsl.SwitchSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.Finding;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.Severity;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CableEndsDifferTest {

  private final RuleVerifier rule = verify(new CableEndsDiffer());

  private static ClusterPlan card(DataRate speed, Consumer<SwitchSpec> device) {
    return cluster("lab", c -> {
      var sw = c.ethernetSwitch("sw1", device);
      c.node("pve1", n -> n.nic("eno1", b -> b.speed(speed)).cable("eno1", sw.port(1)));
    });
  }

  private static void fast25(SwitchSpec s) {
    s.ports("", 1, 48, p -> p.speed(gbit(25)));
  }

  private static ClusterPlan bond(Bonding bond, LacpRate ports) {
    return cluster("lab", c -> {
      var sw = c.ethernetSwitch("sw1", s -> s.lacp().ports("", 1, 8, p -> p.lacpRate(ports)));
      c.node("pve1", n -> n.bond(bond).cable("eno1", sw.port(1)).cable("eno2", sw.port(2)));
    });
  }

  private static Severity severity(ClusterPlan plan) {
    List<Finding> all = RuleBook.empty().with(new CableEndsDiffer()).check(plan).findings();
    assertThat(all).hasSize(1);
    return all.get(0).severity();
  }

  @Test
  void a_slow_card_in_a_fast_port_is_reported() {
    ClusterPlan plan = card(gbit(1), CableEndsDifferTest::fast25);

    rule.on(plan)
        .reportsExactly("NET-047[cable/pve1/eno1]")
        .withMessageContaining(
            "eno1 of pve1 runs at 1Gbit/s, and port 1 of switch sw1 at 25Gbit/s");
    assertThat(severity(plan)).isEqualTo(Severity.WARNING);
    assertThat(ReportedLines.of(new CableEndsDiffer(), plan))
        .containsExactly(plan.cables().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_fast_card_in_a_slow_port_is_told() {
    ClusterPlan plan = card(gbit(100), CableEndsDifferTest::fast25);

    rule.on(plan).reportsExactly("NET-047[cable/pve1/eno1]");
    assertThat(severity(plan)).isEqualTo(Severity.INFO);
  }

  @Test
  void ends_of_one_speed_pass() {
    rule.on(card(gbit(25), CableEndsDifferTest::fast25)).passes();
  }

  @Test
  void one_end_alone_can_not_differ() {
    rule.on(card(gbit(1), s -> {})).isNotApplicable();
  }

  @Test
  void a_node_that_wants_lacp_slowly_from_fast_ports_is_told() {
    ClusterPlan plan = bond(lacp("bond0", "eno1", "eno2"), LacpRate.FAST);

    rule.on(plan)
        .reportsExactly("NET-047[node/pve1/bond0]")
        .withMessageContaining(
            "bond bond0 of pve1 has LACP rate slow, and fast on the other side: port 1 of"
                + " switch sw1 and port 2 of switch sw1");
    assertThat(severity(plan)).isEqualTo(Severity.INFO);
  }

  @Test
  void a_node_that_wants_lacp_fast_from_slow_ports_is_told() {
    rule.on(bond(lacp("bond0", "eno1", "eno2").fast(), LacpRate.SLOW))
        .reportsExactly("NET-047[node/pve1/bond0]")
        .withMessageContaining(
            "bond bond0 of pve1 has LACP rate fast, and slow on the other side: port 1 of"
                + " switch sw1 and port 2 of switch sw1");
  }

  @Test
  void one_rate_on_both_sides_passes() {
    rule.on(bond(lacp("bond0", "eno1", "eno2").fast(), LacpRate.FAST)).passes();
    rule.on(bond(lacp("bond0", "eno1", "eno2"), LacpRate.SLOW)).passes();
  }
}
