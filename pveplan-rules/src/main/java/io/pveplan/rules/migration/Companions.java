package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The guests that HA moves along with another one: it gives the same command to each that is to be
 * with it, but not to those that these are to be with by other rules (pve-ha-manager,
 * src/PVE/HA/Manager.pm, queue_resource_motion).
 */
final class Companions {

  private static final int FEW = 3;

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

  /**
   * How some guests are called: the first of them and how many more there are, or all if they are
   * few. So is a text of a group never longer than that of a few.
   *
   * @param count how many they are
   * @param sids the IDs of their resources, of which the first few are taken
   */
  static String named(int count, Stream<String> sids) {
    List<String> first = sids.limit(FEW).toList();
    return count > FEW
        ? first.get(0) + " and " + (count - 1) + " others"
        : String.join(", ", first);
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
