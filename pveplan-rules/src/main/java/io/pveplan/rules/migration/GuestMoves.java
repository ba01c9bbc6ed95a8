package io.pveplan.rules.migration;

import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import java.util.List;
import java.util.Optional;

/**
 * Where one guest can be moved to.
 *
 * <pre>{@code
 * GuestMoves row = Migratability.of(plan).of(Vmid.of(200));
 * row.way("pve2");         // LIVE
 * row.way("nowhere");      // refused: the plan has no node nowhere
 * row.certain("pve2");     // false if the plan does not tell all that LIVE depends on
 * }</pre>
 *
 * @param guest the guest
 * @param nodes names of all nodes of the cluster, in the order of the plan
 * @param localDisks whether it has disks on storages that its node does not share with others: they
 *     are copied with it
 * @param blockers what keeps it from nodes; nothing about its own
 * @param open what the plan does not tell; a way holds only if none of it is on that node
 * @since 0.1
 */
public record GuestMoves(
    Guest guest,
    List<String> nodes,
    boolean localDisks,
    List<Blocker> blockers,
    List<OpenFact> open) {

  /** Keeps copies of the lists. */
  public GuestMoves {
    nodes = List.copyOf(nodes);
    blockers = List.copyOf(blockers);
    open = List.copyOf(open);
  }

  /** Name of the node it is on. */
  public Optional<String> from() {
    return guest.node();
  }

  /**
   * The best way to a node.
   *
   * @throws IllegalArgumentException if the plan has no such node
   */
  public Way way(String node) {
    if (!nodes.contains(node)) {
      throw new IllegalArgumentException("the plan has no node " + node);
    }
    if (from().filter(node::equals).isPresent()) {
      return Way.HERE;
    }
    boolean live = !(guest instanceof Container || guest instanceof Vm vm && vm.template());
    boolean stopped = true;
    for (Blocker blocker : blockers) {
      if (blocker.on(node)) {
        live &= !blocker.hinders(true);
        stopped &= !blocker.hinders(false);
      }
    }
    if (live) {
      return Way.LIVE;
    }
    Way other = guest instanceof Container ? Way.RESTART : Way.OFFLINE;
    return stopped ? other : Way.NONE;
  }

  /** What keeps it from a node. */
  public List<Blocker> blockers(String node) {
    return blockers.stream().filter(blocker -> blocker.on(node)).toList();
  }

  /** Whether the plan tells all that the way to a node depends on. */
  public boolean certain(String node) {
    return open.stream().noneMatch(fact -> fact.on(node));
  }
}
