package io.pveplan.rules.backup;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.MountPoint;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports a guest that a backup job takes without some of its disks: those that are marked so, and of a
 * container the mount points that are not marked for backup or are no volumes.
 */
@RuleInfo(
    id = "BCK-014",
    severity = Severity.WARNING,
    summary = "A backup job takes a guest without all of its disks",
    why = """
        A backup holds the disks of a VM but for those with backup=0, and of a container its root \
        file system and the volumes with backup=1. Directories and devices of the node are never in \
        it. What is left out is missing after a restore.""",
    remedy = "Say backup() for the mount point, leave withoutBackup() out, or save it otherwise.",
    sources = {"pve-docs: vzdump.adoc", "cv4pve-diag: CG0002"},
    since = "0.1")
final class VolumesLeftOut implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<BackupJob> jobs = plan.plan().backup().map(Backup::jobs).orElse(List.of()).stream()
        .filter(job -> !job.disabled())
        .toList();
    for (Guest guest : plan.guests()) {
      if (!isTaken(guest.vmid(), jobs)) {
        continue;
      }
      findings.looksAt(guest.path());
      List<String> left = guest instanceof Container container ? left(container) : left((Vm) guest);
      if (!left.isEmpty()) {
        findings
            .on(guest.path())
            .says("backups of %s leave out %s", guest.name(), String.join(", ", left))
            .because("leftOut", left)
            .declaredAt(guest.declaredAt());
      }
    }
  }

  private static boolean isTaken(Vmid guest, List<BackupJob> jobs) {
    for (BackupJob job : jobs) {
      if (job.takes(guest)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> left(Vm vm) {
    List<String> left = new ArrayList<>();
    for (GuestDisk disk : vm.disks()) {
      if (!disk.backup()) {
        left.add(disk.slot());
      }
    }
    return left;
  }

  private static List<String> left(Container container) {
    List<String> left = new ArrayList<>();
    for (MountPoint point : container.mountPoints()) {
      if (!point.backup()) {
        left.add(point.path());
      }
    }
    return left;
  }
}
