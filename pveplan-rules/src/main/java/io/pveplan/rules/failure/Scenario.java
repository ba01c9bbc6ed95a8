package io.pveplan.rules.failure;

import java.util.Collection;
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
 * @param failed all that fails with it; of a {@link ScenarioKind#PARTITION} the nodes that do not
 *     hear the others any more, of a {@link ScenarioKind#DRAIN} the node that is emptied
 * @param independentFailures number of things that must fail by themselves for it: the nodes of a
 *     set, the disks of a pool, one of most others
 * @since 0.1
 */
public record Scenario(ScenarioKind kind, String name, Failed failed, int independentFailures) {

  /** Nothing fails. */
  static final Scenario NOTHING = new Scenario(ScenarioKind.NOTHING, "nothing", Failed.NOTHING, 0);

  /** Something that takes one failure. */
  public Scenario(ScenarioKind kind, String name, Failed failed) {
    this(kind, name, failed, 1);
  }

  /** The loss of some nodes at once. */
  public static Scenario ofNodes(Collection<String> nodes) {
    SortedSet<String> sorted = new TreeSet<>(nodes);
    ScenarioKind kind = sorted.size() == 1 ? ScenarioKind.NODE : ScenarioKind.NODES;
    return new Scenario(
        kind, String.join("+", sorted), Failed.NOTHING.withNodes(sorted), sorted.size());
  }

  /** Names of the nodes that fail, are emptied, or do not hear the others any more. */
  public SortedSet<String> nodes() {
    return failed.nodes();
  }

  /** Whether the QDevice fails. */
  public boolean qdevice() {
    return failed.qdevice();
  }

  /** Kind and name, as in {@code rack/r1}. */
  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
