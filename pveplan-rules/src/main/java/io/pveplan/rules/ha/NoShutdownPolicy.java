package io.pveplan.rules.ha;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.ShutdownPolicy;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports that a plan with HA does not say what becomes of its guests when a node is shut down.
 */
@RuleInfo(
    id = "HA-024",
    severity = Severity.INFO,
    summary = "The shutdown policy of HA is not chosen",
    why = """
        Without a choice Proxmox VE takes conditional: a reboot of a node leaves its guests off \
        until the node is back, and when it is switched off they are recovered after about 2 \
        minutes only. The policy migrate moves them away while they run, but for those \
        that can not be moved: they keep the shutdown waiting (HA-034).""",
    remedy = "Choose one: migrate moves the guests away first and back afterwards.",
    sources = {"pve-docs: ha-manager.adoc, Shutdown Policy"},
    since = "0.1")
final class NoShutdownPolicy implements Rule {

  private static final PlanPath SUBJECT = PlanPath.of("ha");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (RunningResources.recovered(plan).findAny().isEmpty()) {
      return;
    }
    findings.looksAt(SUBJECT);
    if (plan.plan().datacenter().flatMap(Datacenter::shutdownPolicy).isEmpty()) {
      findings
          .on(SUBJECT)
          .says("what becomes of guests under HA when their node is shut down is not chosen:"
              + " conditional, which leaves them off while it reboots")
          .because("default", ShutdownPolicy.CONDITIONAL)
          .declaredAt(plan.ha().declaredAt());
    }
  }
}
