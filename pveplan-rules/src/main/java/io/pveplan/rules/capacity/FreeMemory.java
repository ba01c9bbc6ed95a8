package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** What the nodes have of memory for guests that come. */
final class FreeMemory {

  private final Map<String, Long> beside = new HashMap<>();

  private FreeMemory(ResolvedPlan plan) {
    HostMemory memory = plan.hostMemory();
    for (Node node : plan.nodes()) {
      node.hardware()
          .flatMap(Hardware::memory)
          .ifPresent(installed -> beside.put(
              node.name(), installed.bytes() - memory.reserve(node.name()).bytes()));
    }
    for (Guest guest : plan.guests()) {
      if (!plan.placement().managedByHa(guest.vmid())
          && !(guest instanceof Vm vm && vm.template())) {
        guest
            .node()
            .ifPresent(node -> beside.computeIfPresent(
                node, (name, left) -> left - HostMemory.atMost(guest).bytes()));
      }
    }
  }

  /** The free memory of a plan, counted once. */
  static FreeMemory of(ResolvedPlan plan) {
    return plan.derived(FreeMemory.class, FreeMemory::new);
  }

  /**
   * Bytes of a node besides the host and the guests that are not under HA, negative if these are
   * too many; absent when its memory is not known.
   */
  OptionalLong besidesOthers(String node) {
    Long left = beside.get(node);
    return left == null ? OptionalLong.empty() : OptionalLong.of(left);
  }

  /** A number of bytes as messages tell it, in GiB. */
  static String text(long bytes) {
    long gib = Math.max(0, bytes) >> 30;
    return (bytes >= 1L << 30 ? DataSize.gib(gib) : DataSize.mib(Math.max(0, bytes) >> 20))
        .toString();
  }
}
