package io.pveplan.model.network;

import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The bridges that guests are attached to, each with its VLAN tags: what guests share with a node
 * is found without going through the guests again for each node.
 */
final class GuestAttachments {

  // No VLAN has tag 0.
  private static final int UNTAGGED = 0;

  private final Topology topology;
  private final Map<String, BitSet> tagsByBridge = new HashMap<>();

  GuestAttachments(Topology topology) {
    this.topology = topology;
  }

  void add(GuestNic nic) {
    Segment at = topology.attachment(nic);
    tagsByBridge.computeIfAbsent(at.root(), key -> new BitSet()).set(at.tag().orElse(UNTAGGED));
  }

  /** Whether guests are in a layer 2 network of a node, once they run there. */
  Predicate<Segment> on(Node node) {
    Set<Segment> untagged = new HashSet<>();
    Map<String, BitSet> tagsByRoot = new HashMap<>();
    for (NodeInterface each : node.interfaces()) {
      BitSet tags = tagsByBridge.get(each.name());
      if (tags == null) {
        continue;
      }
      if (tags.get(UNTAGGED)) {
        topology.segment(node.name(), each.name()).ifPresent(untagged::add);
      }
      topology
          .root(node.name(), each.name())
          .ifPresent(
              root -> tagsByRoot.computeIfAbsent(root, key -> new BitSet()).or(tags));
    }
    return segment -> untagged.contains(segment)
        || segment.tag().isPresent()
            && tagsByRoot
                .getOrDefault(segment.root(), new BitSet())
                .get(segment.tag().getAsInt());
  }
}
