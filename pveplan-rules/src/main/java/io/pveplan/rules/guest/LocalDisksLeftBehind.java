package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.List;

/**
 * Reports an online move of a virtual machine with disks that only its node has, when the move is
 * not told to take them along.
 *
 * <p>Replicated disks count as well; cloud-init drives and the state of a TPM do not: they
 * go along anyway. Guests that HA
 * manages pass: HA moves them itself and always takes local disks along (pve-ha-manager,
 * PVE/HA/Resources/PVEVM.pm migrate). So do moves with their local disks, whatever these are; of
 * any other machine whose disks the plan does not tell nothing is known.
 */
@RuleInfo(
    id = "MIG-002",
    severity = Severity.ERROR,
    summary = "A VM moves online without its local disks",
    why = """
        An online move takes memory along; disks that are not on shared storage stay behind, so \
        that qm migrate refuses it without with-local-disks.""",
    remedy = "Move it with its local disks, or put the disks on shared storage.",
    sources = {
      "article Proxmox-Cluster planen, migration",
      "qemu-server: PVE/QemuMigrate.pm, scan_local_volumes"
    },
    since = "0.1")
final class LocalDisksLeftBehind implements Rule {

  private static final String TPM_STATE = "tpmstate0";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).live()) {
      findings.looksAt(each.move().path());
      List<String> local = plan.contents().localVolumes(each.guest()).stream()
          .filter(
              volume -> volume.kind() == GuestVolume.Kind.DISK && !volume.name().equals(TPM_STATE))
          .map(volume -> volume.name() + " on " + volume.storage())
          .toList();
      boolean taken = each.move().withLocalDisks()
          || plan.placement().managedByHa(each.guest().vmid());
      if (taken) {
        continue;
      }
      if (plan.placement().lacksDisks(each.guest())) {
        findings.undecided(each.move().path(), "disks of guest " + each.guest().vmid());
      }
      if (!local.isEmpty()) {
        findings
            .on(each.move().path())
            .says(
                "%s moves online to %s without its local disks: %s",
                each.guest().name(), each.move().target(), String.join(", ", local))
            .because("localDisks", local)
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}
