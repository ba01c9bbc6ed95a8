package io.pveplan.rules.failure;

import io.pveplan.model.unit.DataSize;

/**
 * A node whose guests can want more memory than it has.
 *
 * @param node name of the node
 * @param needed its guests at their largest, and what the host needs for itself
 * @param installed its memory
 * @since 0.1
 */
public record FullNode(String node, DataSize needed, DataSize installed) {

  /** One line. */
  @Override
  public String toString() {
    return node + " needs " + needed + " of " + installed;
  }
}
