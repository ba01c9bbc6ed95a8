package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;

/**
 * What a generated plan says more of memory. It has dice of its own, so that the rest of a plan does
 * not change with it.
 */
final class CapacityParts {

  private final Dice dice;

  private CapacityParts(Dice dice) {
    this.dice = dice;
  }

  static ClusterPlan into(ClusterPlan plan, long seed) {
    CapacityParts parts = new CapacityParts(new Dice(seed ^ 0x5EEDL << 32));
    return ClusterPlan.builder()
        .from(plan)
        .nodes(plan.nodes().stream().map(parts::node).toList())
        .guests(plan.guests().stream().map(parts::guest).toList())
        .build();
  }

  private Node node(Node node) {
    return Node.builder()
        .from(node)
        .hostReserve(dice.maybe(30, () -> DataSize.gib(dice.of(2, 16, 64))))
        .build();
  }

  private Guest guest(Guest guest) {
    if (!(guest instanceof Vm vm) || vm.memory().isEmpty()) {
      return guest;
    }
    return Vm.builder()
        .from(vm)
        .balloon(dice.maybe(40, () -> DataSize.gib(dice.of(0, 1, 1))))
        .build();
  }
}
