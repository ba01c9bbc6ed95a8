package io.pveplan.rules.migration;

import java.util.List;

/**
 * Something that keeps a guest from some nodes.
 *
 * @param kind what it is
 * @param part the part of the guest that it is about: {@code scsi0}, {@code net1}, {@code hostpci0},
 *     the path of a mount point; empty if it is about the guest as a whole
 * @param what what is missing or in the way: a storage, a bridge, a mapping, a CPU type, a rule
 * @param text all of it as a part of a sentence
 * @param liveOnly whether it does not count for a guest that is stopped
 * @param nodes names of the nodes, in the order of the plan
 * @since 0.1
 */
public record Blocker(
    BlockerKind kind, String part, String what, String text, boolean liveOnly, List<String> nodes) {

  /** Keeps a copy of the list. */
  public Blocker {
    nodes = List.copyOf(nodes);
  }

  /** Whether it keeps the guest from a node. */
  public boolean on(String node) {
    return nodes.contains(node);
  }

  /** The text, and that it counts only while the guest runs. */
  @Override
  public String toString() {
    return liveOnly ? text + " (while it runs)" : text;
  }
}
