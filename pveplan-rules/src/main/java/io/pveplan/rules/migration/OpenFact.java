package io.pveplan.rules.migration;

import java.util.List;

/**
 * Something that the plan does not tell, and that could keep a guest from some nodes.
 *
 * @param kind what it could turn out to be
 * @param fact the missing fact
 * @param nodes names of the nodes, in the order of the plan
 * @since 0.1
 */
public record OpenFact(BlockerKind kind, String fact, List<String> nodes) {

  /** Keeps a copy of the list. */
  public OpenFact {
    nodes = List.copyOf(nodes);
  }

  /** Whether it could keep the guest from a node. */
  public boolean on(String node) {
    return nodes.contains(node);
  }
}
