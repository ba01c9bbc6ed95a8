package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Reports a node that may run guests under HA and is fenced by the watchdog of the kernel: no
 * module is named, or softdog itself.
 */
@RuleInfo(
    id = "HA-023",
    severity = Severity.INFO,
    summary = "A node of HA is fenced by a software watchdog",
    why = """
        Softdog is a part of the kernel that it has to reset: it does not help when that hangs \
        as a whole. A hardware watchdog does, and Proxmox VE loads its module only when it is \
        told to.""",
    remedy =
        "Name the module of its hardware watchdog, if it has one: ipmi_watchdog or iTCO_wdt, for"
            + " example.",
    sources = {
      "pve-docs: ha-manager.adoc, Configure Hardware Watchdog",
      "pve-ha-manager: src/watchdog-mux.c"
    },
    since = "0.1")
final class SoftwareWatchdog implements Rule {

  private static final String SOFTDOG = "softdog";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<String> names = new LinkedHashSet<>();
    RunningResources.recovered(plan).forEach(resource -> {
      if (names.size() < plan.nodes().size()) {
        names.addAll(plan.placement().eligibleNodes(plan.guest(resource.guest()).orElseThrow()));
      }
    });
    for (Node node : plan.nodes()) {
      if (names.contains(node.name())) {
        findings.looksAt(node.path());
        check(node, findings);
      }
    }
  }

  private static void check(Node node, Findings findings) {
    String module = node.watchdogModule().orElse(SOFTDOG);
    if (module.equals(SOFTDOG)) {
      findings
          .on(node.path())
          .says("%s may run guests under HA and has no watchdog but softdog", node.name())
          .because("watchdogModule", module)
          .declaredAt(node.declaredAt());
    }
  }
}
