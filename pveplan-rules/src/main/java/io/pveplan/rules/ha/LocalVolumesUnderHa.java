package io.pveplan.rules.ha;

import io.pveplan.model.Origin;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.ha.HaResource;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Reports a guest that HA manages and that has a disk or an ISO image which no other node has,
 * neither on shared storage nor by replication.
 *
 * <p>The cloud-init drive does not count, it is made anew at the start. Resources to be ignored do
 * not either: HA leaves them alone. Replication copies volumes of type zfspool only, so that a job
 * makes no other volume safe (LOC-024). Of a guest whose disks the plan does not tell nobody knows
 * where they are.
 */
@RuleInfo(
    id = "HA-001",
    severity = Severity.ERROR,
    summary = "A guest under HA has volumes that only its node has",
    why = """
        When a node fails, HA moves the configuration of its guests to another node and starts \
        them there. A volume that stayed on the failed node keeps the guest from starting.""",
    remedy = "Put the volumes on shared storage, or replicate the guest to another node.",
    sources = {
      "article Proxmox-Cluster planen, high availability",
      "pve-docs: ha-manager.adoc, Requirements",
      "pve-docs: pmxcfs.adoc, Recovering/Moving Guests from Failed Nodes",
      "pve-ha-manager: PVE/HA/Manager.pm, next_state_recovery",
      "pve-storage: src/PVE/Storage/ZFSPoolPlugin.pm, volume_has_feature",
      "Corsinvest cv4pve-diag: CG0005"
    },
    since = "0.1")
final class LocalVolumesUnderHa implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (HaResource resource : plan.ha().resources()) {
      if (plan.placement().recoveredByHa(resource.guest())) {
        check(resource, plan.guest(resource.guest()).orElseThrow(), plan, findings);
      }
    }
  }

  private static void check(
      HaResource resource, Guest guest, ResolvedPlan plan, Findings findings) {
    findings.looksAt(resource.path());
    List<GuestVolume> local = plan.contents().unsharedVolumes(guest).stream()
        .filter(volume -> volume.kind() != GuestVolume.Kind.CLOUD_INIT)
        .toList();
    if (local.isEmpty() && plan.placement().lacksDisks(guest)) {
      findings.undecided(resource.path(), "disks of guest " + guest.vmid());
    }
    if (!local.isEmpty()) {
      List<String> names = local.stream()
          .map(volume -> volume.name() + " on " + volume.storage())
          .toList();
      Optional<Origin> declared = local.get(0).declaredAt();
      findings
          .on(resource.path())
          .says(
              "%s is under HA and has volumes that no other node has: %s",
              guest.name(), String.join(", ", names))
          .because("localVolumes", names)
          .because("node", guest.node())
          .declaredAt(declared.or(resource::declaredAt));
    }
  }
}
