package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;

/** The memory that nodes need: their guests at their largest, and what is kept for the host. */
final class HostMemory {

  private final ResolvedPlan plan;

  HostMemory(ResolvedPlan plan) {
    this.plan = plan;
  }

  /** Bytes that are kept for the host of a node. */
  long host(String node) {
    return plan.hostMemory().reserve(node).bytes();
  }

  Optional<DataSize> installed(String node) {
    return plan.node(node).flatMap(Node::hardware).flatMap(Hardware::memory);
  }
}
