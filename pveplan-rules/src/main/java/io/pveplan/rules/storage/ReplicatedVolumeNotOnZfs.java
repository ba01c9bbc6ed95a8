package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/** Reports a local volume of a replicated guest that replication can not copy. */
@RuleInfo(
    id = "LOC-024",
    severity = Severity.ERROR,
    summary = "A replicated guest has a local volume that is not on ZFS",
    why = """
        Replication sends ZFS snapshots. One volume that has none makes the whole job fail, and \
        the guest has no second copy at all.""",
    remedy = "Put the volume on a zfspool storage, or leave it out with replicate=0.",
    sources = {
      "article Proxmox-Cluster planen, storage",
      "pve-storage: src/PVE/Storage/ZFSPoolPlugin.pm, volume_has_feature",
      "qemu-server: src/PVE/QemuConfig.pm, get_replicatable_volumes"
    },
    since = "0.1")
final class ReplicatedVolumeNotOnZfs implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      List<ReplicationJob> jobs = plan.reach().replicationJobs(guest.vmid());
      if (jobs.isEmpty()) {
        continue;
      }
      findings.looksAt(guest.path());
      List<GuestVolume> disks = plan.placement().volumes(guest).stream()
          .filter(volume -> volume.kind() == GuestVolume.Kind.DISK)
          .toList();
      if (plan.placement().lacksDisks(guest)) {
        findings.undecided(guest.path(), "disks of guest " + guest.vmid());
      }
      for (GuestVolume disk : disks) {
        localWithoutZfs(disk, plan)
            .ifPresent(storage -> report(guest, disk, storage, jobs, findings));
      }
    }
  }

  private static Optional<Storage> localWithoutZfs(GuestVolume disk, ResolvedPlan plan) {
    return plan.storage(disk.storage())
        .filter(storage -> disk.replicated()
            && !storage.sharedByAllNodes()
            && !(storage instanceof ZfsPoolStorage));
  }

  private static void report(
      Guest guest,
      GuestVolume disk,
      Storage storage,
      List<ReplicationJob> jobs,
      Findings findings) {
    PlanPath subject = guest.path().child(disk.name());
    findings
        .on(subject)
        .says(
            "%s of guest %s (%s) lies on storage %s of type %s, which job %s can not copy",
            disk.name(),
            guest.vmid(),
            guest.name(),
            storage.id(),
            storage.type(),
            jobs.get(0).id())
        .because("storage", storage.id())
        .because("type", storage.type())
        .because("jobs", jobs.stream().map(ReplicationJob::id).toList())
        .declaredAt(disk.declaredAt());
  }
}
