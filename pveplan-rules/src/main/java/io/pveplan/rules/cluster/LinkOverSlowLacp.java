package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.SwitchPort;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports a Corosync link over a bond whose LACP partners speak every 30 seconds. On the node that
 * is so unless the plan says otherwise; of the switch nothing is known unless the plan says it.
 */
@RuleInfo(
    id = "CLU-030",
    severity = Severity.WARNING,
    summary = "A Corosync link runs over a bond with slow LACP rate",
    why = """
        A NIC that stops to carry packets while its link stays up is left out after three missed \
        words of LACP: after 90 seconds at the slow rate, after 3 at the fast one. Nodes with HA \
        fence themselves after 60.""",
    remedy = "Set the LACP rate to fast on the node and on the switch ports.",
    sources = "pve-docs: pvecm.adoc, Corosync Over Bonds",
    since = "0.1")
final class LinkOverSlowLacp implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (LinkBonds each : LinkBonds.of(plan.linksByPreference(), plan, findings)) {
      if (each.mode().speaksLacp()) {
        check(each, plan, findings);
      }
    }
  }

  private static void check(LinkBonds each, ResolvedPlan plan, Findings findings) {
    Bond bond = each.bond();
    boolean slowNode = bond.lacpRate().orElse(LacpRate.SLOW) == LacpRate.SLOW;
    List<Optional<LacpRate>> rates = rates(each, plan);
    boolean slowSwitch = rates.contains(Optional.of(LacpRate.SLOW));
    if (slowNode || slowSwitch) {
      String where = slowNode && slowSwitch
          ? "the node and its switch ports"
          : slowNode ? "the node" : "its switch ports";
      findings
          .on(each.path())
          .says("%s, whose LACP rate is slow on %s", each.describe(), where)
          .because("links", each.links())
          .because("nodeRate", bond.lacpRate().orElse(LacpRate.SLOW))
          .because(
              "switchRates", rates.stream().flatMap(Optional::stream).distinct().toList())
          .declaredAt(bond.declaredAt());
    } else if (rates.contains(Optional.<LacpRate>empty())) {
      findings.undecided(
          each.path(),
          "LACP rate of the switch ports of " + bond.name() + " of "
              + each.node().name());
    }
  }

  // What the bond says of its partner holds for all ports; else each port speaks for itself.
  private static List<Optional<LacpRate>> rates(LinkBonds each, ResolvedPlan plan) {
    Bond bond = each.bond();
    List<Optional<LacpRate>> rates = new ArrayList<>();
    for (String nic : bond.slaves()) {
      rates.add(bond.switchLacpRate()
          .or(() -> plan.paths().port(each.node().name(), nic).flatMap(SwitchPort::lacpRate)));
    }
    // A bond that says one thing and a port that says another: one of them is slow.
    bond.slaves().stream()
        .flatMap(nic -> plan.paths().port(each.node().name(), nic).stream())
        .flatMap(port -> port.lacpRate().stream())
        .forEach(rate -> rates.add(Optional.of(rate)));
    return rates;
  }
}
