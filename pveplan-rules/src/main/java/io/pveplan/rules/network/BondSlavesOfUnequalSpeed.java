package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports a LACP bond whose slaves run at different speeds. */
@RuleInfo(
    id = "NET-028",
    severity = Severity.WARNING,
    summary = "The slaves of a LACP bond differ in speed",
    why = """
        An aggregator groups links of one speed and duplex setting only. The slaves of another \
        speed carry nothing as long as it is up.""",
    remedy = "Use NICs and switch ports of one speed for all slaves.",
    sources = {"pve-docs: pve-network.adoc, Linux Bond"},
    since = "0.1")
final class BondSlavesOfUnequalSpeed implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (CabledBond each : CabledBond.of(plan)) {
      if (each.bond().mode().speaksLacp()) {
        check(each, plan, findings);
      }
    }
  }

  private static void check(CabledBond each, ResolvedPlan plan, Findings findings) {
    findings.looksAt(each.subject());
    if (each.bond().slaves().size() < 2) {
      return;
    }
    SortedMap<String, DataRate> speeds = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (String slave : each.bond().slaves()) {
      Optional<DataRate> speed = plan.paths().speed(each.node().name(), slave);
      speed.ifPresentOrElse(
          it -> speeds.put(slave, it),
          () -> missing.add("speed of " + slave + " of " + each.node().name()));
    }
    if (new HashSet<>(speeds.values()).size() < 2) {
      missing.forEach(fact -> findings.undecided(each.subject(), fact));
      return;
    }
    List<String> told = speeds.entrySet().stream()
        .map(slave -> slave.getKey() + " has " + slave.getValue())
        .toList();
    findings
        .on(each.subject())
        .says(
            "the slaves of LACP bond %s of %s differ in speed: %s",
            each.bond().name(), each.node().name(), String.join(", ", told))
        .because("speeds", speeds)
        .declaredAt(each.bond().declaredAt());
  }
}
