package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The guests that run on a node as long as nothing fails. */
final class PlannedGuests {

  private PlannedGuests() {}

  /** The guests of a node that take memory there: not its templates, which never run. */
  static List<Guest> on(Node node, ResolvedPlan plan) {
    return running(plan.placement().guestsOn(node.name()).stream()).toList();
  }

  /** The guests of a node and those that the plan moves there. */
  static List<Guest> everOn(Node node, ResolvedPlan plan) {
    List<Guest> on = on(node, plan);
    List<Guest> moved = running(plan.plan().migrations().stream()
            .filter(move -> move.target().equals(node.name()))
            .flatMap(move -> plan.guest(move.guest()).stream()))
        .toList();
    if (moved.isEmpty()) {
      return on;
    }
    Map<Vmid, Guest> all = new LinkedHashMap<>();
    Stream.concat(on.stream(), moved.stream())
        .forEach(guest -> all.putIfAbsent(guest.vmid(), guest));
    return List.copyOf(all.values());
  }

  private static Stream<Guest> running(Stream<Guest> guests) {
    return guests.filter(guest -> !(guest instanceof Vm vm && vm.template()));
  }

  /** Their memory together, or the largest size there is. */
  static DataSize memory(List<Guest> guests) {
    BigInteger sum = guests.stream()
        .flatMap(guest -> guest.memory().stream())
        .map(each -> BigInteger.valueOf(each.bytes()))
        .reduce(BigInteger.ZERO, BigInteger::add);
    return DataSize.bytes(sum.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
  }
}
