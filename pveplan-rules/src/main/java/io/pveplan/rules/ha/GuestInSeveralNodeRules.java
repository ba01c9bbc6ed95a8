package io.pveplan.rules.ha;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaResource;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.internal.ha.DropReason;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import io.pveplan.rules.failure.internal.ha.RuleConflict;
import java.util.HashSet;
import java.util.Set;

/**
 * Reports a guest that more than one node affinity rule names.
 *
 * <p>Proxmox VE 9 drops all rules that name it, also for the other guests in them. In Proxmox VE
 * 8.4 a guest has one group: see HA-015.
 */
@RuleInfo(
    id = "HA-007",
    severity = Severity.ERROR,
    summary = "A guest is in more than one node affinity rule",
    why = """
        The API refuses the second rule. Where both are in the file, the HA manager drops each \
        of them and says so only in the log of the master: all their guests may run on every \
        node then.""",
    remedy = "Put the guest into one node affinity rule that names all its nodes.",
    sources = {
      "pve-ha-manager: src/PVE/HA/Rules/NodeAffinity.pm, check_single_resource_reference",
      "pve-ha-manager: src/PVE/HA/Rules.pm, transform"
    },
    since = "0.1")
final class GuestInSeveralNodeRules implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.release() == ProductVersion.PVE_8_4) {
      return;
    }
    Set<Vmid> bound = new HashSet<>();
    plan.ha().enabledNodeAffinities().forEach(rule -> bound.addAll(rule.resources()));
    PlannedRules rules = PlannedRules.of(plan);
    plan.ha().resources().stream()
        .filter(resource -> bound.contains(resource.guest()))
        .forEach(resource -> findings.looksAt(resource.path()));
    for (RuleConflict conflict : rules.conflicts(DropReason.SEVERAL_NODE_RULES_FOR_A_RESOURCE)) {
      Guest guest = rules.guest(conflict.services().first());
      HaResource resource = plan.placement().haResource(guest.vmid()).orElseThrow();
      findings
          .on(resource.path())
          .says(
              "%s is in %d node affinity rules; %s",
              guest.name(), conflict.rules().size(), DroppedRules.end(conflict))
          .because("rules", conflict.rules())
          .declaredAt(resource.declaredAt());
    }
  }
}
