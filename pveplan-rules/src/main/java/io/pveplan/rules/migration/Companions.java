package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The guests that HA moves along with another one: it gives the same command to each that is to be
 * with it, but not to those that these are to be with by other rules (pve-ha-manager,
 * src/PVE/HA/Manager.pm, queue_resource_motion).
 */
final class Companions {

  private final ResolvedPlan plan;
  private final PlannedRules rules;

  Companions(ResolvedPlan plan) {
    this.plan = plan;
    this.rules = PlannedRules.of(plan);
  }

  /** The guests that go to a node when a guest is moved there; none if HA does not manage it. */
  List<Guest> of(Guest guest, String node) {
    return of(guest).stream()
        .filter(other -> other.node().filter(node::equals).isEmpty())
        .toList();
  }

  /** The same, with those that are on the node. */
  List<Guest> of(Guest guest) {
    if (!plan.placement().managedByHa(guest.vmid())) {
      return List.of();
    }
    List<Guest> moved = new ArrayList<>();
    for (String sid : rules.effective().together(PlannedRules.sid(guest))) {
      Guest other = rules.guest(sid);
      if (plan.placement().managedByHa(other.vmid())) {
        moved.add(other);
      }
    }
    return moved;
  }
}
