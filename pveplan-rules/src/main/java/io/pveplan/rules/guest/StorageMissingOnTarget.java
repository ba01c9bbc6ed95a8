package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MoveLine;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports each volume of a moving guest that has no place on the target: the node lacks its
 * storage, or the storage does not take that kind of volume, or it can not be copied in a format
 * that this storage reads.
 *
 * <p>A target storage applies to volumes on storages that are not shared. Disks of a virtual machine
 * that runs go to any storage, but neither the state of its TPM nor its cloud-init drive does. HA moves a guest
 * without a word about storages, so that a target storage for one of its guests is reported, and what
 * counts is where the volumes are (pve-ha-manager, src/PVE/HA/Resources/PVEVM.pm, migrate). Of a
 * guest whose disks the plan does not tell nobody knows what they need.
 */
@RuleInfo(
    id = "MIG-004",
    severity = Severity.ERROR,
    summary = "A volume of a moving guest has no place on the target",
    why = """
        Before anything moves, each volume is looked for on the target: its storage, or the one it \
        is mapped to, must be enabled there and take its content type. What is not in use is then \
        copied as a stream that both storages know, and a pool of ZFS knows no other than its own. \
        Otherwise the move ends.""",
    remedy = """
        Give the target the storage, switched on, or move local volumes to one it has, of the same type if the \
        guest is stopped for it. Take a guest out of HA for a move to another storage.""",
    sources = {
      "article Proxmox-Cluster planen, migration (the storage path must exist)",
      "qemu-server: PVE/QemuMigrate.pm, target_storage_check_available, scan_local_volumes",
      "pve-storage: PVE/Storage.pm, storage_migrate",
      "pve-container: PVE/LXC/Migrate.pm"
    },
    since = "0.1")
final class StorageMissingOnTarget implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      Migration move = each.move();
      for (GuestVolume volume : plan.placement().volumes(each.guest())) {
        findings.looksAt(subject(move, volume));
        each.blockers(BlockerKind.STORAGE, BlockerKind.CONTENT, BlockerKind.FORMAT).stream()
            .filter(blocker -> blocker.part().equals(volume.name()))
            .filter(blocker -> blocker.hinders(each.runningVm()))
            .forEach(blocker -> report(plan, move, volume, blocker, findings));
      }
      if (plan.placement().managedByHa(move.guest())) {
        move.targetStorage()
            .filter(storage -> MoveLine.changesStorage(plan, each.guest(), storage))
            .ifPresent(storage -> notTaken(move, storage, findings));
      }
      if (plan.placement().lacksDisks(each.guest())) {
        findings.undecided(move.path(), "disks of guest " + move.guest());
      }
      if (plan.placement().lacksCloudInitStorage(each.guest())) {
        findings.undecided(move.path().child("cloudinit"), "storage of the cloud-init drive");
      }
    }
  }

  private static void report(
      ResolvedPlan plan, Migration move, GuestVolume volume, Blocker blocker, Findings findings) {
    String goal = blocker.what();
    String trouble = switch (blocker.kind()) {
      case CONTENT -> goal + " does not take " + volume.content();
      case FORMAT -> blocker.text();
      default ->
        plan.storage(goal).filter(Storage::disabled).isPresent()
            ? goal + " is switched off"
            : move.target() + " does not have " + goal;
    };
    findings
        .on(subject(move, volume))
        .says(
            "guest %s moves to %s with %s on %s, but %s",
            move.guest(), move.target(), volume.name(), volume.storage(), trouble)
        .because("volume", volume.name())
        .because("storage", goal)
        .because("content", volume.content())
        .because("target", move.target())
        .declaredAt(move.declaredAt());
  }

  private static void notTaken(Migration move, String storage, Findings findings) {
    findings
        .on(move.path())
        .says(
            "guest %s moves to %s by HA, which does not put its volumes on %s",
            move.guest(), move.target(), storage)
        .because("storage", storage)
        .because("target", move.target())
        .declaredAt(move.declaredAt());
  }

  private static PlanPath subject(Migration move, GuestVolume volume) {
    return move.path().child(volume.name());
  }
}
