package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.Hindered;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports each local disk of a moving guest that is to have snapshots and does not move with them. Disks
 * that are replicated to the target do; while the guest is stopped, so do those on ZFS and Btrfs and, of a VM, qcow2 files that hold their snapshots.
 */
@RuleInfo(
    id = "MIG-010",
    severity = Severity.ERROR,
    summary = "A local disk with snapshots does not move",
    why = """
        Copying a disk in use copies its present state only, and of most storages no snapshots can be copied at all: Proxmox VE refuses the move as long as there is one.""",
    remedy = SnapshotsOfMovedDisks.REMEDY,
    sources = {
      "qemu-server: src/PVE/QemuMigrate.pm, scan_local_volumes",
      "pve-container: src/PVE/LXC/Migrate.pm, phase1"
    },
    since = "0.1")
final class SnapshotsOfMovedDisks implements Rule {

  static final String REMEDY = "Remove the snapshots before the move, or use shared storage.";

  // Stopping it is no way where no snapshot of the storage is copied.
  private static final String REMEDY_IN_USE =
      "Remove the snapshots before the move, move the guest stopped, or use shared storage.";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      PlanPath subject = each.move().path();
      findings.looksAt(subject);
      if (each.guest().snapshots() && plan.placement().lacksDisks(each.guest())) {
        findings.undecided(subject, "disks of guest " + each.guest().vmid());
      }
      for (Blocker blocker : each.blockers(BlockerKind.SNAPSHOT)) {
        if (!blocker.hinders(each.runningVm())) {
          continue;
        }
        boolean onlyInUse = blocker.state() == Hindered.RUNNING;
        findings
            .on(blocker.part().isEmpty() ? subject : subject.child(blocker.part()))
            .says(
                "%s moves to %s, but %s", each.guest().name(), each.move().target(), blocker.text())
            .remedy(onlyInUse ? REMEDY_IN_USE : REMEDY)
            .because("storage", blocker.what())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}
