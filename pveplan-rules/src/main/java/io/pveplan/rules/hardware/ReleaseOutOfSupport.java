package io.pveplan.rules.hardware;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.time.LocalDate;
import java.util.Optional;

/** Reports a cluster that begins to be used when its release gets no updates any more. */
@RuleInfo(
    id = "NODE-025",
    severity = Severity.WARNING,
    summary = "The release is out of support when the cluster goes live",
    why = "Proxmox VE 8 gets updates until August 2026; what is found later stays open.",
    remedy = "Build the cluster with Proxmox VE 9.",
    sources = "pve-docs: pve-faq.adoc, How long will my Proxmox VE version be supported",
    since = "0.1")
final class ReleaseOutOfSupport implements Rule {

  private static final LocalDate FIRST_DAY_WITHOUT = LocalDate.of(2026, 9, 1);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.release() != ProductVersion.PVE_8_4) {
      findings.notApplicable("the plan is for a release without a known end of support");
      return;
    }
    PlanPath cluster = PlanPath.of("cluster");
    findings.looksAt(cluster);
    Optional<LocalDate> day = plan.plan().goLive();
    if (day.isEmpty()) {
      findings.undecided(cluster, "day of the go-live");
    } else if (!day.get().isBefore(FIRST_DAY_WITHOUT)) {
      findings
          .on(cluster)
          .says(
              "the cluster goes live on %s with Proxmox VE %s, which gets its last updates in August"
                  + " 2026",
              day.get(), plan.release())
          .because("goLive", day.get().toString())
          .declaredAt(plan.plan().declaredAt());
    }
  }
}
