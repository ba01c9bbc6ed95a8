package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.backup.HostRestore;

/** Backup of guests and nodes, and the way back. */
final class PlannedBackup {

  private static final PlanPath BACKUP = PlanPath.of("backup");

  private final ResolvedPlan plan;
  private final PlannedItems items;

  PlannedBackup(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    plan.plan().backup().ifPresent(this::add);
  }

  private void add(Backup backup) {
    backup
        .servers()
        .forEach(server -> items.before(
            BACKUP.child("server", server.name()),
            Step.BACKUP_SERVER,
            Facts.behind("set up backup server " + server.name(), server, "name")));
    backup
        .jobs()
        .forEach(job -> items.before(
            job.path(),
            Step.BACKUP_JOBS,
            Facts.behind("define backup job " + job.id(), job, "id")));
    for (int i = 0; i < backup.hostBackups().size(); i++) {
      HostBackup hosts = backup.hostBackups().get(i);
      String whose = hosts.nodes().isEmpty() ? "all nodes" : String.join(", ", hosts.nodes());
      items.before(
          BACKUP.child("hosts", Integer.toString(i)),
          Step.BACKUP_JOBS,
          Facts.behind(
              "save " + String.join(", ", hosts.paths()) + " of " + whose,
              hosts,
              "nodes",
              "paths"));
    }
    backup
        .hostRestore()
        .ifPresent(way -> items.before(
            BACKUP.child("hostRestore"), Step.ACCEPTANCE, "restore a lost node: " + how(way)));
  }

  private static String how(HostRestore way) {
    return switch (way) {
      case REJOIN -> "install it anew and let it join again (" + way + ")";
      case CONFIG_DATABASE ->
        "put the saved configuration database back on the stopped node (" + way + ")";
      case UNPACK_ETC_PVE -> "unpack the saved /etc/pve over the new installation (" + way + ")";
    };
  }
}
