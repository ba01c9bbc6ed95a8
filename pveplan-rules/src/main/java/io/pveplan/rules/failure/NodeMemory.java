package io.pveplan.rules.failure;

import io.pveplan.model.unit.DataSize;
import java.util.Optional;

/**
 * The memory of a node that got guests in a scenario.
 *
 * @param node name of the node
 * @param needed largest memory of the guests on it, and what the host needs for itself
 * @param installed its memory; empty when the plan does not tell
 * @since 0.1
 */
public record NodeMemory(String node, DataSize needed, Optional<DataSize> installed) {

  /** Whether it is too little; not known counts as enough. */
  public boolean exceeded() {
    return installed.filter(it -> needed.compareTo(it) > 0).isPresent();
  }

  /** One line. */
  @Override
  public String toString() {
    return node + " " + needed + " of " + installed.map(DataSize::toString).orElse("unknown");
  }
}
