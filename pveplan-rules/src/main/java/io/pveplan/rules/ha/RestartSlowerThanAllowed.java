package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.ha.HaResource;
import io.pveplan.rules.DurationText;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.FencingTimeline;
import java.time.Duration;

/**
 * Reports a guest that may be down for less time than HA needs at the very least until it starts it
 * on another node, its boot not counted. Whether the longest that HA can take is too long for a
 * failure that the plan promises to survive is the matter of CAP-017.
 */
@RuleInfo(
    id = "HA-031",
    severity = Severity.WARNING,
    summary = "A guest may be down for less time than HA needs to start it again",
    why = """
        HA does not start a guest elsewhere before the lock of its lost node has run out and the node \
        has to have reset itself: minutes, however fast the guest boots. No setting makes that shorter.""",
    remedy = "Allow for more time, or make the service redundant in guests on several nodes.",
    sources = {
      "pve-docs: ha-manager.adoc, introduction and Fencing",
      "pve-ha-manager: src/PVE/HA/NodeStatus.pm and src/PVE/HA/Env/PVE2.pm"
    },
    since = "0.1")
final class RestartSlowerThanAllowed implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().isEmpty()) {
      findings.notApplicable("the plan has no nodes");
      return;
    }
    for (HaResource resource : plan.ha().resources()) {
      Guest guest = plan.guest(resource.guest()).orElseThrow();
      if (RunningResources.runs(guest.vmid(), plan) && guest.rto().isPresent()) {
        findings.looksAt(guest.path());
        check(guest, guest.rto().get(), FencingTimeline.of(plan).recoveryFrom(), findings);
      }
    }
  }

  private static void check(Guest guest, Duration rto, Duration earliest, Findings findings) {
    if (rto.compareTo(earliest) < 0) {
      findings
          .on(guest.path())
          .says(
              "%s may be down for %s, and HA starts it on another node after %s at the earliest",
              guest.name(), DurationText.write(rto), FailureText.time(earliest))
          .because("rto", rto)
          .because("earliest", earliest)
          .declaredAt(guest.declaredAt());
    }
  }
}
