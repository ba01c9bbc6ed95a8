package io.pveplan.model;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** References of storages and replication jobs. */
final class StorageReferences {

  private StorageReferences() {}

  static void check(ClusterPlan plan, Names names, Problems found) {
    for (Storage storage : plan.storages()) {
      for (String node : storage.nodes()) {
        if (!names.nodes.contains(node)) {
          found.missing(storage.path(), storage, "node", node, names.nodes);
        }
      }
      CephReferences.check(storage, names, found);
    }
    LunReferences.check(plan, names, found);
    Set<String> targets = new HashSet<>();
    for (ReplicationJob job : plan.replicationJobs()) {
      check(job, names, found);
      if (!targets.add(job.guest() + " " + job.target())) {
        found.add(
            job.path(),
            job,
            "guest " + job.guest() + " is already replicated to " + job.target(),
            "Declare one job for each target.",
            "LOC-027");
      }
    }
  }

  private static void check(ReplicationJob job, Names names, Problems found) {
    if (!names.nodes.contains(job.target())) {
      found.missing(job.path(), job, "node", job.target(), names.nodes);
    }
    Guest guest = names.guests.get(job.guest());
    if (guest == null) {
      GuestReferences.missingGuest(found, job.path(), job, job.guest(), names);
    } else if (guest.node().equals(Optional.of(job.target()))) {
      found.add(
          job.path(),
          job,
          "guest " + job.guest() + " would be replicated to its own node " + job.target(),
          "Name another node.",
          "LOC-026");
    }
  }
}
