package io.pveplan.rules.cluster;

import io.pveplan.model.network.SharedPart;
import java.util.List;
import java.util.SortedSet;

/**
 * Something that takes two Corosync links down.
 *
 * @param part what it is
 * @param other number of the link of the lower number
 * @param nodes nodes that lose the link of the higher number
 * @param otherNodes nodes that lose the other one
 * @param ways a way of either link that goes through it
 */
record SharedByLinks(
    SharedPart part,
    int other,
    SortedSet<String> nodes,
    SortedSet<String> otherNodes,
    List<String> ways)
    implements Comparable<SharedByLinks> {

  String text() {
    String link = "with link" + other;
    return (nodes.equals(otherNodes) ? link : link + " of " + String.join(", ", otherNodes))
        + " the "
        + part;
  }

  @Override
  public int compareTo(SharedByLinks that) {
    return toString().compareTo(that.toString());
  }

  @Override
  public String toString() {
    return text() + " on " + String.join(", ", nodes);
  }
}
