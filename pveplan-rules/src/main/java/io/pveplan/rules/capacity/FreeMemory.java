package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
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
                node, (name, left) -> less(left, HostMemory.atMost(guest).bytes())));
      }
    }
  }

  // No less than what a number can hold.
  private static long less(long left, long taken) {
    return left < taken - Long.MAX_VALUE ? -Long.MAX_VALUE : left - taken;
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

  /** A number of bytes as messages tell it: in GiB, small ones in MiB. */
  static String text(long bytes) {
    return bytes >= 1L << 30 ? (bytes >> 30) + "GiB" : (Math.max(0, bytes) >> 20) + "MiB";
  }
}
