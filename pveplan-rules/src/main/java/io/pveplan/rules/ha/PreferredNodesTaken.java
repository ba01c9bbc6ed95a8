package io.pveplan.rules.ha;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.List;

/**
 * Reports a guest that prefers some nodes and must be apart from guests that are on these: after
 * the loss of its node it finds none free, and the others are not tried.
 *
 * <p>Where the others are the plan says by their nodes. A guest that is not on a preferred node
 * goes to a free one, unless it is to stay where it is; when all its preferred nodes are lost, it
 * may go to any other.
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
    PlannedRules rules = PlannedRules.of(plan);
    for (HaResource resource : plan.ha().resources()) {
      Guest guest = plan.guest(resource.guest()).orElseThrow();
      if (resource.state() == HaState.STARTED
          && !rules.effective().apart(PlannedRules.sid(guest)).isEmpty()) {
        PreferredNodes preferred = PreferredNodes.of(resource, all, plan);
        if (!preferred.names().isEmpty()) {
          findings.looksAt(resource.path());
          check(resource, guest, preferred, findings);
        }
      }
    }
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
