package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.ha.HaResource;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reports a guest under HA that may be started on a node without a storage it needs.
 *
 * <p>Storages count that all nodes see, and that of the cloud-init drive, which is made anew at the
 * start. Other local volumes are not where the guest goes anyway: see HA-001 and HA-021. What the
 * node of the guest itself lacks, and storages that are switched off, are the matter of LOC-006.
 */
@RuleInfo(
    id = "HA-020",
    severity = Severity.ERROR,
    summary = "A guest under HA may be started on a node without its storage",
    why = """
        HA may put the guest on each node that its strict rule names, or on any node without \
        such a rule. It does not ask for storages: the start fails there, and again on the next \
        node.""",
    remedy = "Name the nodes that have the storage in a strict node affinity rule, or give the"
        + " storage to all of them.",
    sources = {
      "pve-storage: src/PVE/Storage.pm, storage_check_enabled",
      "derived: every node that HA may select needs what the guest needs"
    },
    since = "0.1")
final class StorageMissingOnEligibleNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    RunningResources.recovered(plan).forEach(resource -> {
      findings.looksAt(resource.path());
      check(resource, plan.guest(resource.guest()).orElseThrow(), plan, findings);
    });
  }

  private static void check(
      HaResource resource, Guest guest, ResolvedPlan plan, Findings findings) {
    SortedMap<String, List<String>> missing = new TreeMap<>();
    for (GuestVolume volume : plan.placement().volumes(guest)) {
      if (isNeeded(volume, plan)) {
        List<String> without = without(volume.storage(), guest, plan);
        if (!without.isEmpty()) {
          missing.put(volume.storage(), without);
        }
      }
    }
    if (!missing.isEmpty()) {
      List<String> lacks = new ArrayList<>();
      missing.forEach((storage, nodes) -> lacks.add(storage + " on " + String.join(", ", nodes)));
      findings
          .on(resource.path())
          .says(
              "HA may start %s on nodes that do not have its storage: %s",
              guest.name(), String.join("; ", lacks))
          .because("nodesWithoutStorage", missing)
          .declaredAt(resource.declaredAt());
      return;
    }
    if (plan.placement().lacksDisks(guest)) {
      findings.undecided(resource.path(), "disks of guest " + guest.vmid());
    }
    if (plan.placement().lacksCloudInitStorage(guest)) {
      findings.undecided(
          resource.path(), "storage of the cloud-init drive of guest " + guest.vmid());
    }
  }

  private static boolean isNeeded(GuestVolume volume, ResolvedPlan plan) {
    return plan.storage(volume.storage()).filter(storage -> !storage.disabled()).isPresent()
        && (volume.kind() == GuestVolume.Kind.CLOUD_INIT || plan.reach().shared(volume.storage()));
  }

  private static List<String> without(String storage, Guest guest, ResolvedPlan plan) {
    Set<String> having = plan.reach().nodesOf(storage);
    return plan.placement().eligibleNodes(guest).stream()
        .filter(node -> !having.contains(node) && !guest.node().equals(Optional.of(node)))
        .toList();
  }
}
