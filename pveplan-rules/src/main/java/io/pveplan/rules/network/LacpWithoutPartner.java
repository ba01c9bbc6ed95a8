package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.SwitchPort;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reports a LACP bond that has no one partner on the other side of its cables. */
@RuleInfo(
    id = "NET-027",
    severity = Severity.WARNING,
    summary = "A LACP bond ends on switches that are no partner for it",
    why = """
        LACP puts those links into one group that end on the same partner. With slaves on \
        switches that are no stack, or on ports without LACP, only some of the links carry \
        traffic, or none.""",
    remedy = "Make the switches a stack or MLAG pair with LACP, or use active-backup.",
    sources = {"pve-docs: pve-network.adoc, Linux Bond"},
    since = "0.1")
final class LacpWithoutPartner implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (CabledBond each : CabledBond.of(plan)) {
      if (each.bond().mode().speaksLacp()) {
        check(each, findings);
      }
    }
  }

  private static void check(CabledBond each, Findings findings) {
    findings.looksAt(each.subject());
    SortedSet<String> units = new TreeSet<>();
    List<String> without = new ArrayList<>();
    List<String> missing = new ArrayList<>(each.missingCables());
    each.path().ports().values().forEach(port -> {
      units.add(port.unit());
      String name = name(port);
      if (port.lacp().isEmpty()) {
        missing.add("LACP on " + name);
      } else if (port.lacp().equals(Optional.of(false))) {
        without.add(name);
      }
    });
    List<String> reasons = new ArrayList<>();
    if (units.size() > 1) {
      reasons.add("its slaves end on " + String.join(" and ", each.path().switches())
          + ", which are not one stack or MLAG pair");
    }
    without.forEach(port -> reasons.add(port + " has no LACP"));
    if (reasons.isEmpty()) {
      missing.forEach(fact -> findings.undecided(each.subject(), fact));
      return;
    }
    findings
        .on(each.subject())
        .says(
            "LACP bond %s of %s has no partner: %s",
            each.bond().name(), each.node().name(), String.join("; ", reasons))
        .because("switches", each.path().switches())
        .because("portsWithoutLacp", without)
        .declaredAt(each.bond().declaredAt());
  }

  private static String name(SwitchPort port) {
    return "port " + port.name() + " of switch " + port.device().name();
  }
}
