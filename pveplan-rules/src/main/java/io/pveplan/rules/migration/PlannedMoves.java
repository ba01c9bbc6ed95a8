package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Migration;
import java.util.List;
import java.util.Optional;

/**
 * The moves that a plan declares, with what is in their way.
 *
 * <pre>{@code
 * for (PlannedMove each : PlannedMoves.of(plan).all()) {
 *   each.blockers();                           // storage tank of scsi0 is not there
 *   Moves.of(plan).move(each.move()).line();   // refused if there are any, else the command
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class PlannedMoves {

  private final List<PlannedMove> all;

  private PlannedMoves(ResolvedPlan plan) {
    Migratability matrix = Migratability.of(plan);
    this.all = plan.plan().migrations().stream()
        .map(move -> planned(
            matrix,
            move,
            plan.guest(move.guest()).orElseThrow(),
            plan.placement().managedByHa(move.guest())))
        .toList();
  }

  private static PlannedMove planned(
      Migratability matrix, Migration move, Guest guest, boolean byHa) {
    // HA takes volumes to where they are, whatever else the plan says.
    Optional<String> storage = byHa ? Optional.empty() : move.targetStorage();
    GuestMoves row = matrix.row(guest, storage);
    return new PlannedMove(
        move,
        guest,
        row.blockers(move.target()),
        row.open().stream().filter(fact -> fact.on(move.target())).toList());
  }

  /** The moves of a plan, computed once. */
  public static PlannedMoves of(ResolvedPlan plan) {
    return plan.derived(PlannedMoves.class, PlannedMoves::new);
  }

  /** The moves in the order of the plan. */
  public List<PlannedMove> all() {
    return all;
  }

  /** The moves of virtual machines that go on running meanwhile. */
  public List<PlannedMove> live() {
    return all.stream().filter(PlannedMove::live).toList();
  }
}
