package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reports a replication target that does not have a storage of the guest. */
@RuleInfo(
    id = "LOC-031",
    severity = Severity.ERROR,
    summary = "A replication target lacks the storage of a disk",
    why = """
        Replication writes the copy to the storage of the same ID on the target. Where there is none, the \
        job fails at each run.""",
    remedy =
        "Make a pool of the same name on the target and name the node among those of the storage.",
    sources = "pve-docs: pvesr.adoc, Possible issues",
    since = "0.1")
final class TargetLacksStorage implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (ReplicationJob job : ReplicatedVolumes.activeJobs(plan)) {
      plan.guest(job.guest()).ifPresent(guest -> check(job, guest, plan, findings));
    }
  }

  private static void check(ReplicationJob job, Guest guest, ResolvedPlan plan, Findings findings) {
    findings.looksAt(job.path());
    if (plan.placement().lacksDisks(guest)) {
      findings.undecided(job.path(), "disks of guest " + guest.vmid());
      return;
    }
    SortedSet<String> missing = new TreeSet<>();
    for (GuestVolume volume : ReplicatedVolumes.onZfs(guest, plan)) {
      if (!plan.reach().reaches(job.target(), volume.storage())) {
        missing.add(volume.storage());
      }
    }
    if (!missing.isEmpty()) {
      findings
          .on(job.path())
          .says(
              "job %s copies disks of guest %s (%s) to %s, which does not have %s",
              job.id(), guest.vmid(), guest.name(), job.target(), String.join(", ", missing))
          .because("target", job.target())
          .because("storages", missing)
          .declaredAt(job.declaredAt());
    }
  }
}
