package io.pveplan.model;

import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.storage.PbsStorage;
import java.util.stream.Stream;

/** References of backup jobs and backups of nodes. */
final class BackupReferences {

  private BackupReferences() {}

  static void check(ClusterPlan plan, Names names, Problems found) {
    Backup backup = plan.backup().orElseGet(() -> Backup.builder().build());
    Names.once(
        found,
        backup.servers(),
        BackupServer::name,
        server -> PlanPath.of("backup", server.name()),
        "backup server",
        "name",
        "");
    Names.once(found, backup.jobs(), BackupJob::id, BackupJob::path, "backup job", "ID", "");
    for (BackupJob job : backup.jobs()) {
      if (!names.storageIds.contains(job.storage())) {
        found.missing(job.path(), job, "storage", job.storage(), names.storageIds);
      }
      Stream.concat(job.guests().stream(), job.exclude().stream())
          .filter(guest -> !names.guests.containsKey(guest))
          .forEach(guest -> GuestReferences.missingGuest(found, job.path(), job, guest, names));
    }
    for (HostBackup host : backup.hostBackups()) {
      PlanPath at = PlanPath.of("backup", "hosts");
      for (String node : host.nodes()) {
        if (!names.nodes.contains(node)) {
          found.missing(at, host, "node", node, names.nodes);
        }
      }
      if (!names.storageIds.contains(host.storage())) {
        found.missing(at, host, "storage", host.storage(), names.storageIds);
      } else if (!(names.storages.get(host.storage()) instanceof PbsStorage)) {
        found.add(
            at,
            host,
            "storage " + host.storage() + " is not a Proxmox Backup Server",
            "Name a storage of type pbs: proxmox-backup-client knows no other.",
            "");
      }
    }
  }
}
