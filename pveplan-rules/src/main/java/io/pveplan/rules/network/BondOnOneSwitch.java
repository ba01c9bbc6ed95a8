package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.network.Network;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reports a bond that has all its slaves on one switch, below a network that has to outlive it: one
 * that the plan says is redundant, one of disks without a second iSCSI path, or the only one of
 * Corosync.
 */
@RuleInfo(
    id = "NET-029",
    severity = Severity.WARNING,
    summary = "A bond of a network that must not fail ends on one switch",
    why = """
        The network is declared redundant, or disks or the only Corosync link are on it. A bond \
        survives a NIC, a cable and a port; the switch that all of them end on takes the network \
        down.""",
    remedy = "Plug the slaves into two switches; for LACP, of one stack or MLAG pair.",
    sources = {"pve-docs: pve-network.adoc, Linux Bond"},
    since = "0.1")
final class BondOnOneSwitch implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, Set<String>> multipath = MultipathInterfaces.byNode(plan);
    for (CabledBond each : CabledBond.of(plan)) {
      SortedSet<String> networks =
          networks(each, multipath.getOrDefault(each.node().name(), Set.of()), plan);
      // With one slave there is less to lose than the switch.
      if (!networks.isEmpty() && each.path().nics().size() > 1) {
        check(each, networks, findings);
      }
    }
  }

  private static SortedSet<String> networks(
      CabledBond each, Set<String> multipath, ResolvedPlan plan) {
    String node = each.node().name();
    SortedSet<String> networks = new TreeSet<>();
    for (String nic : each.path().nics()) {
      networks.addAll(plan.topology().networksOver(node, nic));
    }
    networks.removeIf(name -> plan.network(name)
        .filter(network -> mustNotFail(network, node, multipath, plan))
        .isEmpty());
    return networks;
  }

  private static boolean mustNotFail(
      Network network, String node, Set<String> multipath, ResolvedPlan plan) {
    if (network.redundant() || isOnlyLink(network, plan)) {
      return true;
    }
    return plan.networkUse().traffic(network.name()).stream().anyMatch(Traffic::isStorage)
        && plan.topology()
            .interfaceOn(node, network.name())
            .filter(it -> multipath.contains(it.name()))
            .isEmpty();
  }

  // Beside another link it may fail: CLU-026 looks at what both end on.
  private static boolean isOnlyLink(Network network, ResolvedPlan plan) {
    List<CorosyncLink> links = plan.corosyncLinks();
    return links.size() == 1 && links.get(0).network().equals(network.name());
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
            "bond %s of %s carries %s, which must not fail with a switch, and all its slaves end on"
                + " switch %s",
            each.bond().name(),
            each.node().name(),
            String.join(" and ", networks),
            switches.first())
        .because("networks", networks)
        .because("switch", switches.first())
        .declaredAt(each.bond().declaredAt());
  }
}
