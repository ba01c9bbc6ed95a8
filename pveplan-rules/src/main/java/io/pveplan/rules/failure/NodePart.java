package io.pveplan.rules.failure;

import java.util.Comparator;

/**
 * A part of a node that can fail by itself.
 *
 * @param node name of the node
 * @param part name of the NIC, or the device
 * @since 0.1
 */
public record NodePart(String node, String part) implements Comparable<NodePart> {

  @Override
  public int compareTo(NodePart other) {
    return Comparator.comparing(NodePart::node).thenComparing(NodePart::part).compare(this, other);
  }

  /** Node and part: {@code pve1 eno1}. */
  @Override
  public String toString() {
    return node + " " + part;
  }
}
