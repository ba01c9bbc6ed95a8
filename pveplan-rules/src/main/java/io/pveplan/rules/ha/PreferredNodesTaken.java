package io.pveplan.rules.ha;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.Fate;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.PlannedFailures;
import io.pveplan.rules.failure.internal.ha.EffectiveRules;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reports a guest that prefers some nodes and must be apart from guests that are on these: after
 * the loss of its node it finds none free, and the others are not tried.
 *
 * <p>Each guest counts where HA has it before anything fails: on its node, or where its rules want
 * it. When all preferred nodes of a guest are lost, it may go to any other.
 */
@RuleInfo(
    id = "HA-018",
    severity = Severity.WARNING,
    summary = "A guest stays off though nodes are free that it does not prefer",
    why = """
        HA looks at the preferred nodes that are up, and at no others as long as there is one. \
        When guests that it is to be apart from have these, the guest stays in recovery, though \
        its rule is not strict.""",
    remedy =
        "Add spare nodes to the node affinity rule, or drop it for guests that are to be apart.",
    sources = {
      "pve-ha-manager: src/PVE/HA/Manager.pm, select_service_node",
      "pve-ha-manager: src/PVE/HA/Rules/NodeAffinity.pm, get_node_affinity"
    },
    since = "0.1")
final class PreferredNodesTaken implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.release() == ProductVersion.PVE_8_4
        || plan.ha().enabledNodeAffinities().isEmpty()) {
      return;
    }
    List<String> all = plan.nodes().stream().map(Node::name).toList();
    EffectiveRules rules = PlannedRules.of(plan).effective();
    Map<HaResource, List<String>> preferring = new LinkedHashMap<>();
    for (HaResource resource : plan.ha().resources()) {
      Guest guest = plan.guest(resource.guest()).orElseThrow();
      if (resource.state() == HaState.STARTED
          && !rules.apart(PlannedRules.sid(guest)).isEmpty()) {
        List<String> names = PreferredNodes.names(guest, all, rules);
        if (!names.isEmpty()) {
          preferring.put(resource, names);
        }
      }
    }
    if (!preferring.isEmpty()) {
      Map<Vmid, String> moved = moved(plan);
      preferring.forEach((resource, names) -> {
        findings.looksAt(resource.path());
        Guest guest = plan.guest(resource.guest()).orElseThrow();
        check(resource, guest, PreferredNodes.of(guest, names, moved, plan), findings);
      });
    }
  }

  private static Map<Vmid, String> moved(ResolvedPlan plan) {
    return PlannedFailures.of(plan).sweep().beforehand().stream()
        .filter(fate -> fate.fate() == Fate.MOVED)
        .collect(Collectors.toMap(GuestFate::guest, GuestFate::to));
  }

  private static void check(
      HaResource resource, Guest guest, PreferredNodes preferred, Findings findings) {
    if (preferred.exhausted()) {
      findings
          .on(resource.path())
          .says(
              "when the node of %s fails, guests that it is to be apart from have all preferred"
                  + " nodes that are left: %s; it stays off, and no other node is tried",
              guest.name(), String.join(", ", preferred.taken()))
          .because("preferredNodes", preferred.names())
          .because("taken", preferred.taken())
          .declaredAt(resource.declaredAt());
    } else {
      preferred.missingFacts().forEach(fact -> findings.undecided(resource.path(), fact));
    }
  }
}
