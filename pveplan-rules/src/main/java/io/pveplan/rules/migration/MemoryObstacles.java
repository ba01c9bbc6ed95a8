package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a guest does not fit beside the guests of the node and what is kept for its host. Proxmox VE
 * does not look at it: the node runs out of memory.
 */
final class MemoryObstacles implements Obstacles {

  private final Map<String, Optional<Long>> left = new LinkedHashMap<>();

  MemoryObstacles(ResolvedPlan plan) {
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
}
