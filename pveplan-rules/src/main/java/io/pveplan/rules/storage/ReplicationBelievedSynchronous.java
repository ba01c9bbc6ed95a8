package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ReplicationRun;
import io.pveplan.rules.DurationText;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Reports a replicated guest that may lose less than its replication can promise. Of several jobs
 * the one whose copy is the youngest counts. How long a copy takes follows from the change rate of
 * the guest and the rate of the job; where one of them is not known, it is not compared. It is never
 * nothing, though, so that a guest that may lose just a gap is reported too. A guest on local storage
 * that no job copies is reported unless backups are made often enough.
 */
@RuleInfo(
    id = "LOC-034",
    severity = Severity.WARNING,
    summary = "A guest may lose less data than lies between two runs of its replication",
    why = """
        Replication copies at the events of its schedule. When the node fails, all that was \
        written since the last complete copy is lost: up to the longest gap of the schedule, and \
        the time of the transfer on top.""",
    remedy = "Replicate more often, allow for more loss, or put the guest on shared storage.",
    sources = {
      "article Proxmox-Cluster planen, storage (calls the copies synchronous)",
      "pve-docs: pvesr.adoc, IMPORTANT box"
    },
    since = "0.1")
final class ReplicationBelievedSynchronous implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      List<ReplicationJob> jobs = plan.reach().replicationJobs(guest.vmid());
      if (jobs.isEmpty()) {
        GuestWithoutCopy.check(guest, plan, findings);
        continue;
      }
      jobs.stream()
          .map(plan::replicationRun)
          .min(Comparator.comparing(ReplicationRun::oldestCopy))
          .filter(run -> replicationIsTheCopy(guest, plan))
          .ifPresent(closest -> check(guest, closest, findings));
    }
  }

  // A guest whose disks the plan does not tell has some all the same.
  private static boolean replicationIsTheCopy(Guest guest, ResolvedPlan plan) {
    return plan.contents().localVolumes(guest).stream().anyMatch(GuestVolume::replicated)
        || plan.placement().lacksDisks(guest);
  }

  private static void check(Guest guest, ReplicationRun run, Findings findings) {
    findings.looksAt(guest.path());
    if (guest.rpo().isEmpty()) {
      findings.undecided(guest.path(), "data loss that guest " + guest.vmid() + " may have (RPO)");
    } else if (tooShort(guest.rpo().get(), run)) {
      report(guest, guest.rpo().get(), run, findings);
    }
  }

  private static boolean tooShort(Duration rpo, ReplicationRun run) {
    return rpo.compareTo(run.gap()) <= 0 || rpo.compareTo(run.oldestCopy()) < 0;
  }

  private static void report(Guest guest, Duration rpo, ReplicationRun run, Findings findings) {
    ReplicationJob job = run.job();
    boolean never = run.ends();
    FindingDraft finding = findings
        .on(guest.path())
        .says(
            "guest %s (%s) may lose %s, and job %s (%s) %s",
            guest.vmid(),
            guest.name(),
            GuestWithoutCopy.loss(rpo),
            job.id(),
            job.schedule().orElseThrow(),
            never
                ? "makes no copy after its last event"
                : "lets up to " + DurationText.write(run.gap()) + " pass between two copies"
                    + onTop(rpo, run))
        .because("rpo", rpo)
        .because("longestGap", never ? "endless" : run.gap())
        .because(
            "onTop",
            run.transfer()
                .map(DurationText::write)
                .orElse("time of the transfer, which grows with what the guest writes"))
        .because("job", job.id())
        .declaredAt(job.declaredAt());
    if (rpo.isZero()) {
      finding.remedy(
          "No schedule makes replication synchronous: put the guest on shared storage or Ceph, or"
              + " allow for the loss of a gap.");
    }
  }

  private static String onTop(Duration rpo, ReplicationRun run) {
    if (run.transfer().isPresent()) {
      return ", and the transfer takes up to "
          + DurationText.write(run.transfer().get());
    }
    return rpo.equals(run.gap()) ? ", with the time of the transfer on top" : "";
  }
}
