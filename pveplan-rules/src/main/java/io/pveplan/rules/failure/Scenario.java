package io.pveplan.rules.failure;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Something that may happen to a cluster, and what fails with it.
 *
 * <pre>{@code
 * Scenario.ofNodes(List.of("pve1", "pve2")).toString(); // nodes/pve1+pve2
 * }</pre>
 *
 * @param kind what fails
 * @param name its name; names of nodes with a plus between them
 * @param nodes names of the nodes that fail, are emptied, or do not hear the others any more
 * @param servers names of the storage servers that fail
 * @param switches names of the switches that fail
 * @param qdevice whether the QDevice fails
 * @since 0.1
 */
public record Scenario(
    ScenarioKind kind,
    String name,
    SortedSet<String> nodes,
    SortedSet<String> servers,
    SortedSet<String> switches,
    boolean qdevice) {

  /** Keeps copies of the sets. */
  public Scenario {
    nodes = Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
    servers = Collections.unmodifiableSortedSet(new TreeSet<>(servers));
    switches = Collections.unmodifiableSortedSet(new TreeSet<>(switches));
  }

  /** The loss of some nodes at once. */
  public static Scenario ofNodes(Collection<String> nodes) {
    SortedSet<String> sorted = new TreeSet<>(nodes);
    ScenarioKind kind = sorted.size() == 1 ? ScenarioKind.NODE : ScenarioKind.NODES;
    return new Scenario(
        kind, String.join("+", sorted), sorted, new TreeSet<>(), new TreeSet<>(), false);
  }

  /** Number of things that must fail by themselves for it: the nodes of a set, else one. */
  public int independentFailures() {
    return kind == ScenarioKind.NODES ? nodes.size() : 1;
  }

  /** Kind and name, as in {@code rack/r1}. */
  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
