package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.List;

/** What the replication jobs of a guest copy. */
final class ReplicatedVolumes {

  private ReplicatedVolumes() {}

  /** The volumes of a guest on storages that not all nodes see, but for those left out. */
  static List<GuestVolume> of(Guest guest, ResolvedPlan plan) {
    return plan.contents().localVolumes(guest).stream()
        .filter(volume -> volume.kind() == GuestVolume.Kind.DISK && volume.replicated())
        .toList();
  }

  /** Those among them that replication can copy. */
  static List<GuestVolume> onZfs(Guest guest, ResolvedPlan plan) {
    return of(guest, plan).stream()
        .filter(volume -> plan.storage(volume.storage()).orElseThrow() instanceof ZfsPoolStorage)
        .toList();
  }

  /** The jobs that make copies, in the order of the plan. */
  static List<ReplicationJob> activeJobs(ResolvedPlan plan) {
    return plan.plan().replicationJobs().stream().filter(ReplicationJob::active).toList();
  }
}
