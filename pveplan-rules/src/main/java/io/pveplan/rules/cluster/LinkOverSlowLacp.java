package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.LacpRate;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

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
        check(each, findings);
      }
    }
  }

  private static void check(LinkBonds each, Findings findings) {
    Bond bond = each.bond();
    boolean slowNode = bond.lacpRate().orElse(LacpRate.SLOW) == LacpRate.SLOW;
    boolean slowSwitch = bond.switchLacpRate().stream().anyMatch(LacpRate.SLOW::equals);
    if (slowNode || slowSwitch) {
      String where = slowNode && slowSwitch
          ? "the node and its switch ports"
          : slowNode ? "the node" : "its switch ports";
      findings
          .on(each.path())
          .says("%s, whose LACP rate is slow on %s", each.describe(), where)
          .because("links", each.links())
          .because("nodeRate", bond.lacpRate().orElse(LacpRate.SLOW))
          .because("switchRate", bond.switchLacpRate())
          .declaredAt(bond.declaredAt());
    } else if (bond.switchLacpRate().isEmpty()) {
      findings.undecided(
          each.path(),
          "LACP rate of the switch ports of " + bond.name() + " of "
              + each.node().name());
    }
  }
}
