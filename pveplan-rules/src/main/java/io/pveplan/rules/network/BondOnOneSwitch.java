package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.Network;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reports a bond below a redundant network that has all its slaves on one switch. */
@RuleInfo(
    id = "NET-029",
    severity = Severity.WARNING,
    summary = "A bond of a redundant network ends on one switch",
    why = """
        The plan says that the network is redundant. A bond survives a NIC, a cable and a port; \
        the switch that all of them end on takes the network down.""",
    remedy = "Plug the slaves into two switches; for LACP, of one stack or MLAG pair.",
    sources = {"pve-docs: pve-network.adoc, Linux Bond"},
    since = "0.1")
final class BondOnOneSwitch implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (CabledBond each : CabledBond.of(plan)) {
      SortedSet<String> networks = redundantNetworks(each, plan);
      // With one slave there is less to lose than the switch.
      if (!networks.isEmpty() && each.path().nics().size() > 1) {
        check(each, networks, findings);
      }
    }
  }

  private static SortedSet<String> redundantNetworks(CabledBond each, ResolvedPlan plan) {
    SortedSet<String> networks = new TreeSet<>();
    for (String nic : each.path().nics()) {
      networks.addAll(plan.topology().networksOver(each.node().name(), nic));
    }
    networks.removeIf(name -> plan.network(name).filter(Network::redundant).isEmpty());
    return networks;
  }

  private static void check(CabledBond each, SortedSet<String> networks, Findings findings) {
    findings.looksAt(each.subject());
    SortedSet<String> switches = each.path().switches();
    List<String> missing = each.missingCables();
    if (switches.size() > 1 || !missing.isEmpty()) {
      if (switches.size() < 2) {
        missing.forEach(fact -> findings.undecided(each.subject(), fact));
      }
      return;
    }
    findings
        .on(each.subject())
        .says(
            "bond %s of %s carries %s, which is to be redundant, and all its slaves end on switch"
                + " %s",
            each.bond().name(),
            each.node().name(),
            String.join(" and ", networks),
            switches.first())
        .because("networks", networks)
        .because("switch", switches.first())
        .declaredAt(each.bond().declaredAt());
  }
}
