package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.failure.internal.ha.PlannedRules;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a guest, with those that HA moves along, does not fit beside the guests of the node and what
 * is kept for its host. Proxmox VE does not look at it: the node runs out of memory.
 */
final class MemoryObstacles implements Obstacles {

  private final Map<String, Optional<Long>> left = new LinkedHashMap<>();
  private final Companions companions;

  MemoryObstacles(ResolvedPlan plan) {
    companions = new Companions(plan);
    for (Node node : plan.nodes()) {
      left.put(
          node.name(),
          node.hardware().flatMap(Hardware::memory).map(it -> left(plan, node.name(), it)));
    }
  }

  private static long left(ResolvedPlan plan, String node, DataSize installed) {
    HostMemory memory = plan.hostMemory();
    long forGuests = installed.bytes() - memory.reserve(node).bytes();
    long taken = memory.guestsAtMost(node).bytes();
    return taken > forGuests ? -1 : forGuests - taken;
  }

  @Override
  public void addTo(RowDraft row) {
    if (row.guest() instanceof Vm vm && vm.template()) {
      return;
    }
    List<Guest> along = companions.of(row.guest());
    if (!along.isEmpty()) {
      left.forEach((node, free) -> addWith(row, along, node, free));
      return;
    }
    DataSize size = HostMemory.atMost(row.guest());
    List<String> full = new ArrayList<>();
    left.forEach((node, free) -> {
      if (free.isEmpty()) {
        row.open(BlockerKind.MEMORY, "memory of " + node, List.of(node));
      } else if (free.get() < size.bytes()) {
        full.add(node);
      }
    });
    row.block(
        BlockerKind.MEMORY,
        "",
        size.toString(),
        "it has " + size + " of memory, more than is left there",
        full);
  }

  // Those that are there take nothing more.
  private static void addWith(RowDraft row, List<Guest> along, String node, Optional<Long> free) {
    if (free.isEmpty()) {
      row.open(BlockerKind.MEMORY, "memory of " + node, List.of(node));
      return;
    }
    BigInteger need = BigInteger.valueOf(HostMemory.atMost(row.guest()).bytes());
    List<String> others = new ArrayList<>();
    for (Guest other : along) {
      if (other.node().filter(node::equals).isEmpty()) {
        need = need.add(BigInteger.valueOf(HostMemory.atMost(other).bytes()));
        others.add(PlannedRules.sid(other));
      }
    }
    if (need.compareTo(BigInteger.valueOf(free.get())) > 0) {
      DataSize size =
          DataSize.bytes(need.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
      String who = others.isEmpty()
          ? "it has "
          : "with " + Companions.named(others.size(), others.stream()) + " it has ";
      row.block(
          BlockerKind.MEMORY,
          "",
          size.toString(),
          who + size + " of memory, more than is left there",
          List.of(node));
    }
  }
}
