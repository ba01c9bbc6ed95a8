package io.pveplan.rules.migration;

import java.util.List;

/**
 * Something that keeps a guest from some nodes.
 *
 * <pre>{@code
 * Blocker first = Migratability.of(plan).of(Vmid.of(201)).blockers().get(0);
 * first.toString();           // the CPU there is of another vendor (while it runs)
 * first.hinders(false);       // false: it may be moved when it is stopped
 * first.nodes().add("pve9");  // refused: the list is a copy
 * }</pre>
 *
 * @param kind what it is
 * @param part the part of the guest that it is about: {@code scsi0}, {@code net1}, {@code hostpci0},
 *     the path of a mount point; empty if it is about the guest as a whole
 * @param what what is missing or in the way: a storage, a bridge, a mapping, a CPU type, a rule
 * @param text all of it as a part of a sentence
 * @param state in which state of the guest it counts
 * @param nodes names of the nodes, in the order of the plan
 * @since 0.1
 */
public record Blocker(
    BlockerKind kind, String part, String what, String text, Hindered state, List<String> nodes) {

  /** Keeps a copy of the list. */
  public Blocker {
    nodes = List.copyOf(nodes);
  }

  /** Whether it keeps the guest from a node. */
  public boolean on(String node) {
    return nodes.contains(node);
  }

  /**
   * Whether it is in the way of one kind of moves.
   *
   * @param running whether the guest is a virtual machine that goes on running meanwhile
   */
  public boolean hinders(boolean running) {
    return state != (running ? Hindered.STOPPED : Hindered.RUNNING);
  }

  /** The text, and the only state of the guest that it counts in. */
  @Override
  public String toString() {
    return switch (state) {
      case ANY -> text;
      case RUNNING -> text + " (while it runs)";
      case STOPPED -> text + " (while it is stopped)";
    };
  }
}
