package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.ReplicationRun;
import io.pveplan.rules.DurationText;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.GuestOutage;
import io.pveplan.rules.failure.PlannedFailures;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Reports a guest that HA starts from a copy older than the guest may lose, in a failure that the
 * plan promises to survive. A guest of several jobs may well keep its promise on one node and break
 * it on another; one whose jobs all break it is the matter of LOC-034.
 */
@RuleInfo(
    id = "CAP-016",
    severity = Severity.WARNING,
    summary = "HA starts a guest from a copy that is older than the guest may lose",
    why = """
        HA starts a guest where its rules and the load say, not where its youngest copy is. What was \
        written after the copy on that node is gone.""",
    remedy =
        "Replicate to that node as often, or keep the guest off it with a strict node affinity.",
    sources = {"pve-docs: pvesr.adoc", "pve-ha-manager: src/PVE/HA/Manager.pm", "derived"},
    since = "0.1")
final class DataLossAfterFailover implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.plan().mustSurvive().isEmpty()
        || plan.guests().stream().allMatch(it -> it.rpo().isEmpty())) {
      return;
    }
    SortedMap<Vmid, GuestOutage> losses = PlannedFailures.of(plan).losses();
    FailureText text = FailureText.of(plan);
    for (Guest guest : plan.guests()) {
      if (guest.rpo().isPresent() && plan.placement().startedByHa(guest.vmid())) {
        findings.looksAt(guest.path());
        Optional.ofNullable(losses.get(guest.vmid()))
            .ifPresent(loss -> check(guest, loss, text, plan, findings));
      }
    }
  }

  private static void check(
      Guest guest, GuestOutage outage, FailureText text, ResolvedPlan plan, Findings findings) {
    Duration rpo = guest.rpo().orElseThrow();
    Duration loss = outage.fate().dataLoss().orElseThrow();
    boolean someJobKeepsIt = plan.reach().replicationJobs(guest.vmid()).stream()
        .map(plan::replicationRun)
        .map(ReplicationRun::oldestCopy)
        .anyMatch(copy -> copy.compareTo(rpo) <= 0);
    if (someJobKeepsIt && loss.compareTo(rpo) > 0) {
      findings
          .on(guest.path())
          .says(
              "guest %s (%s) may lose %s; when %s, HA starts it on %s from a copy that is up to %s"
                  + " old",
              guest.vmid(),
              guest.name(),
              DurationText.write(rpo),
              text.event(outage.scenario()),
              outage.fate().to(),
              DurationText.write(loss))
          .because("rpo", rpo)
          .because("loss", loss)
          .because("scenario", outage.scenario().toString())
          .because("node", outage.fate().to())
          .declaredAt(guest.declaredAt());
    }
  }
}
