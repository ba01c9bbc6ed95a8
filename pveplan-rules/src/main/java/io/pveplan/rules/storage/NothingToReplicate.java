package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a replication job of a guest that has nothing to be copied. */
@RuleInfo(
    id = "LOC-025",
    severity = Severity.ERROR,
    summary = "A replication job has nothing to copy",
    why = """
        Proxmox VE refuses the job: disks on shared storage, and those that are left out, are not \
        replicated.""",
    remedy = "Leave the job out, or put a disk of the guest on a zfspool storage.",
    sources = "pve-manager: PVE/API2/ReplicationConfig.pm, create",
    since = "0.1")
final class NothingToReplicate implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (ReplicationJob job : plan.plan().replicationJobs()) {
      if (job.removal().isEmpty()) {
        plan.guest(job.guest()).ifPresent(guest -> check(job, guest, plan, findings));
      }
    }
  }

  private static void check(ReplicationJob job, Guest guest, ResolvedPlan plan, Findings findings) {
    findings.looksAt(job.path());
    if (plan.placement().lacksDisks(guest)) {
      findings.undecided(job.path(), "disks of guest " + guest.vmid());
    } else if (ReplicatedVolumes.onZfs(guest, plan).isEmpty()) {
      findings
          .on(job.path())
          .says(
              "job %s has nothing to copy: guest %s (%s) has no disk on local ZFS that is replicated",
              job.id(), guest.vmid(), guest.name())
          .because("guest", guest.vmid().toString())
          .declaredAt(job.declaredAt());
    }
  }
}
