package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.rules.DurationText;
import io.pveplan.rules.Findings;
import java.time.Duration;
import java.util.List;

/**
 * The part of LOC-034 about guests on local storage without a replication job that is switched on:
 * with their node all goes that was written since the last backup, if there is one. A disk that
 * replication is told to leave out is not looked at.
 */
final class GuestWithoutCopy {

  private GuestWithoutCopy() {}

  static void check(Guest guest, ResolvedPlan plan, Findings findings) {
    if (guest.rpo().isEmpty()) {
      return;
    }
    Duration rpo = guest.rpo().get();
    List<String> local = plan.contents().localVolumes(guest).stream()
        .filter(GuestVolume::replicated)
        .map(volume -> volume.name() + " (" + volume.storage() + ")")
        .toList();
    if (local.isEmpty()) {
      return;
    }
    findings.looksAt(guest.path());
    if (!savedWithin(rpo, guest, plan)) {
      findings
          .on(guest.path())
          .says(
              "guest %s (%s) may lose %s, and no replication job copies what it has on local"
                  + " storage, nor a backup job that often: %s",
              guest.vmid(), guest.name(), loss(rpo), String.join(", ", local))
          .because("rpo", rpo)
          .because("localVolumes", local)
          .remedy(
              rpo.isZero()
                  ? "Put the guest on shared storage or Ceph: replication always loses something."
                  : "Replicate the guest if it lies on ZFS, or put it on shared storage.")
          .declaredAt(guest.declaredAt());
    }
  }

  static String loss(Duration rpo) {
    return rpo.isZero() ? "nothing" : "what it wrote in " + DurationText.write(rpo);
  }

  // A backup on the same node is gone with it.
  private static boolean savedWithin(Duration rpo, Guest guest, ResolvedPlan plan) {
    return plan.plan().backup().stream()
        .flatMap(backup -> backup.jobs().stream())
        .anyMatch(job -> !job.disabled()
            && job.takes(guest.vmid())
            && plan.reach().shared(job.storage())
            && job.schedule().longestGap().compareTo(rpo) < 0);
  }
}
