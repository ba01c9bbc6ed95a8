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
import io.pveplan.rules.failure.internal.ha.EffectiveRules;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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
    EffectiveRules rules = PlannedRules.of(plan).effective();
    for (HaResource resource : plan.ha().resources()) {
      Guest guest = plan.guest(resource.guest()).orElseThrow();
      String sid = PlannedRules.sid(guest);
      if (resource.state() == HaState.STARTED && !rules.apart(sid).isEmpty()) {
        List<String> preferred = preferred(rules.nodes(sid, all));
        if (!preferred.isEmpty()) {
          findings.looksAt(resource.path());
          check(resource, guest, preferred, plan, findings);
        }
      }
    }
  }

  /** The nodes of a rule that leaves others at -1; none without such a rule. */
  private static List<String> preferred(SortedMap<String, Integer> priorities) {
    return priorities.containsValue(-1)
        ? priorities.keySet().stream().filter(node -> priorities.get(node) >= 0).toList()
        : List.of();
  }

  private static void check(
      HaResource resource,
      Guest guest,
      List<String> preferred,
      ResolvedPlan plan,
      Findings findings) {
    Map<String, String> taken = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    PlannedRules rules = PlannedRules.of(plan);
    for (String sid : rules.effective().apart(PlannedRules.sid(guest))) {
      Guest other = rules.guest(sid);
      if (RunningResources.runs(other.vmid(), plan)) {
        other
            .node()
            .ifPresentOrElse(
                node -> taken.put(node, other.name()),
                () -> unknown.add("node of guest " + other.vmid()));
      }
    }
    taken.keySet().retainAll(preferred);
    int free = preferred.size() - taken.size();
    if (free < needed(resource, guest, preferred)) {
      List<String> occupied = taken.entrySet().stream()
          .map(it -> it.getKey() + " (" + it.getValue() + ")")
          .toList();
      findings
          .on(resource.path())
          .says(
              "when the node of %s fails, guests that it is to be apart from have all preferred"
                  + " nodes that are left: %s; it stays off, and no other node is tried",
              guest.name(), String.join(", ", occupied))
          .because("preferredNodes", preferred)
          .because("taken", occupied)
          .declaredAt(resource.declaredAt());
    } else if (free - unknown.size() < needed(resource, guest, preferred)) {
      unknown.forEach(fact -> findings.undecided(resource.path(), fact));
    }
  }

  // One for itself and one to go to. A single node that is lost leaves no preferred one.
  private static int needed(HaResource resource, Guest guest, List<String> preferred) {
    boolean stays = !resource.failback().orElse(true)
        && guest.node().isPresent()
        && !preferred.contains(guest.node().get());
    return stays || preferred.size() == 1 ? 1 : 2;
  }
}
