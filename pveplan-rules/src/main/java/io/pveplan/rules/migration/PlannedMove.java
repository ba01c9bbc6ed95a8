package io.pveplan.rules.migration;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vm;
import java.util.Arrays;
import java.util.List;

/**
 * A move that the plan declares, and what is in its way on the node it leads to.
 *
 * <pre>{@code
 * PlannedMove first = PlannedMoves.of(plan).all().get(0);
 * first.blockers(BlockerKind.STORAGE);    // those about storages, whether it runs or not
 * first.blockers().clear();               // refused: the lists are copies
 * }</pre>
 *
 * @param move the move
 * @param guest the guest that moves
 * @param blockers what keeps the guest from the node, whether it runs then or not
 * @param open what the plan does not tell
 * @since 0.1
 */
public record PlannedMove(
    Migration move, Guest guest, List<Blocker> blockers, List<OpenFact> open) {

  /** Keeps copies of the lists. */
  public PlannedMove {
    blockers = List.copyOf(blockers);
    open = List.copyOf(open);
  }

  /** Whether a virtual machine runs at that time; a template never does. */
  public boolean runningVm() {
    return move.running() && guest instanceof Vm vm && !vm.template();
  }

  /** Whether a virtual machine goes on running meanwhile. */
  public boolean live() {
    return runningVm() && move.online();
  }

  /** The blockers of some kinds. */
  public List<Blocker> blockers(BlockerKind... kinds) {
    List<BlockerKind> some = Arrays.asList(kinds);
    return blockers.stream().filter(blocker -> some.contains(blocker.kind())).toList();
  }

  /** The missing facts of a kind. */
  public List<OpenFact> open(BlockerKind kind) {
    return open.stream().filter(fact -> fact.kind() == kind).toList();
  }
}
