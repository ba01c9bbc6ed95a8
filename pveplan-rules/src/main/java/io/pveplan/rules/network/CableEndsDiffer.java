package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.SwitchPort;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reports a cable whose ends have different speeds, and a LACP bond whose partner has another rate.
 * Only what the plan tells of both ends is compared; the rate of a node is slow unless told.
 */
@RuleInfo(
    id = "NET-047",
    severity = Severity.WARNING,
    summary = "The ends of a cable are set up differently",
    why = """
        A port need not run at a lower speed than its own: the link then stays down. Of two LACP \
        rates, each side speaks as often as the other one asks: one side leaves out a dead link \
        after 3 seconds, the other after 90.""",
    remedy = "Set up both ends alike.",
    sources = {
      "IEEE 802.3: Clause 28 and 73, auto-negotiation",
      "Linux kernel: bonding.rst, lacp_rate"
    },
    since = "0.1")
final class CableEndsDiffer implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Cable cable : plan.plan().cables()) {
      Optional<Nic> nic = cable
          .nic()
          .flatMap(name -> plan.topology().named(cable.node(), name))
          .filter(Nic.class::isInstance)
          .map(Nic.class::cast);
      Optional<SwitchPort> port = plan.paths().port(cable);
      if (nic.isPresent() && port.isPresent()) {
        speeds(cable, nic.get(), port.get(), findings);
      }
    }
    for (CabledBond each : CabledBond.of(plan)) {
      if (each.bond().mode().speaksLacp()) {
        rates(each, findings);
      }
    }
  }

  private static void speeds(Cable cable, Nic nic, SwitchPort port, Findings findings) {
    if (nic.speed().isEmpty() || port.speed().isEmpty()) {
      return;
    }
    findings.looksAt(cable.path());
    DataRate card = nic.speed().get();
    DataRate other = port.speed().get();
    if (card.equals(other)) {
      return;
    }
    FindingDraft finding = findings
        .on(cable.path())
        .says(
            "%s of %s runs at %s, and %s at %s", nic.name(), cable.node(), card, name(port), other)
        .because("nicSpeed", card)
        .because("portSpeed", other)
        .declaredAt(cable.declaredAt());
    // Most cards run at the lower speed of a port.
    if (card.compareTo(other) > 0) {
      finding.atMost(Severity.INFO);
    }
  }

  private static void rates(CabledBond each, Findings findings) {
    SortedMap<String, LacpRate> partners = new TreeMap<>();
    each.bond().switchLacpRate().ifPresent(rate -> partners.put("its switch ports", rate));
    each.path()
        .ports()
        .values()
        .forEach(port -> port.lacpRate().ifPresent(rate -> partners.put(name(port), rate)));
    if (partners.isEmpty()) {
      return;
    }
    findings.looksAt(each.subject());
    LacpRate own = each.bond().lacpRate().orElse(LacpRate.SLOW);
    partners.values().removeIf(own::equals);
    if (!partners.isEmpty()) {
      findings
          .on(each.subject())
          .says(
              "bond %s of %s has LACP rate %s, and %s on the other side: %s",
              each.bond().name(),
              each.node().name(),
              own,
              own == LacpRate.SLOW ? LacpRate.FAST : LacpRate.SLOW,
              String.join(" and ", partners.keySet()))
          .because("rate", own)
          .because("partners", partners)
          .atMost(Severity.INFO)
          .declaredAt(each.bond().declaredAt());
    }
  }

  private static String name(SwitchPort port) {
    return "port " + port.name() + " of switch " + port.device().name();
  }
}
