package io.pveplan.model.network;

import java.util.OptionalInt;

/**
 * A layer 2 network as a node sees it: a bridge, or an interface without one, and a VLAN of it.
 *
 * @param root name of the bridge, or of the NIC or bond when no bridge lies on it
 * @param tag VLAN tag; absent for untagged traffic, which is a network of its own
 * @since 0.1
 */
public record Segment(String root, OptionalInt tag) {

  /** The name, with the tag behind a dot. */
  @Override
  public String toString() {
    return tag.isPresent() ? root + "." + tag.getAsInt() : root;
  }
}
