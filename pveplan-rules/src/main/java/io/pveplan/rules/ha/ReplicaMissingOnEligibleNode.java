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

/**
 * Reports a guest under HA with replicated volumes that may be started on a node without a copy of
 * them.
 *
 * <p>A copy is on its own node and on the targets of its replication jobs that are switched on.
 * Where the plan does not say which node is its own, one node without a copy may be it.
 */
@RuleInfo(
    id = "HA-021",
    severity = Severity.ERROR,
    summary = "A guest under HA may be started where it has no replica",
    why = """
        HA may put the guest on each node that its strict rule names, or on any node without \
        such a rule. It does not ask for replicas: the configuration goes to a node without the \
        volumes, the start fails there, and the guest can not be moved on, because its volumes \
        are not where it is.""",
    remedy = "Name its own node and the targets of its replication in a strict node affinity rule.",
    sources = {
      "pve-docs: pvesr.adoc, Error Handling",
      "qemu-server: PVE/QemuMigrate.pm, scan_local_volumes",
      "derived: every node that HA may select needs the volumes"
    },
    since = "0.1")
final class ReplicaMissingOnEligibleNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    RunningResources.recovered(plan)
        .filter(resource -> !plan.reach().replicationJobs(resource.guest()).isEmpty())
        .forEach(resource ->
            check(resource, plan.guest(resource.guest()).orElseThrow(), plan, findings));
  }

  private static void check(
      HaResource resource, Guest guest, ResolvedPlan plan, Findings findings) {
    List<GuestVolume> replicated = new ArrayList<>(plan.contents().localVolumes(guest));
    replicated.removeAll(plan.contents().unsharedVolumes(guest));
    if (replicated.isEmpty()) {
      return;
    }
    findings.looksAt(resource.path());
    List<String> without = plan.placement().eligibleNodes(guest).stream()
        .filter(node -> !guest.node().equals(Optional.of(node)))
        .filter(node -> !plan.reach().replicates(guest.vmid(), node))
        .toList();
    if (guest.node().isEmpty() && without.size() == 1) {
      findings.undecided(resource.path(), "node of guest " + guest.vmid());
    } else if (!without.isEmpty()) {
      findings
          .on(resource.path())
          .says(
              "HA may start %s on nodes that its volumes are not replicated to: %s",
              guest.name(), String.join(", ", without))
          .because("nodesWithoutReplica", without)
          .because("volumes", replicated.stream().map(GuestVolume::name).toList())
          .declaredAt(resource.declaredAt());
    }
  }
}
