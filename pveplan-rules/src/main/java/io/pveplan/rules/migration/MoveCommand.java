package io.pveplan.rules.migration;

import io.pveplan.model.guest.Vmid;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What moves a guest. {@link Moves} makes it, and refuses a move that can not be.
 *
 * <pre>{@code
 * MoveCommand move = Moves.of(plan).move(200, "pve2");
 * move.line();                            // qm migrate 200 pve2 --online
 * move.runsOn();                          // pve1
 * Moves.of(plan).move(200, "pve3");       // refused: storage tank of scsi0 is not there
 * }</pre>
 *
 * @param guest the guest
 * @param from name of the node it is on
 * @param to name of the node it moves to
 * @param way how it moves
 * @param line the command
 * @param time how long that takes
 * @param along the guests that HA moves along, as they are to be together, and how long each of them
 *     takes
 * @since 0.1
 */
public record MoveCommand(
    Vmid guest,
    String from,
    String to,
    Way way,
    String line,
    MoveTime time,
    Map<Vmid, MoveTime> along) {

  /** Keeps a copy of the map. */
  public MoveCommand {
    along = Collections.unmodifiableMap(new LinkedHashMap<>(along));
  }

  /** Where the command is run: the name of a node, or {@code any node} when HA makes the move. */
  public String runsOn() {
    return line.startsWith("ha-manager ") ? "any node" : from;
  }

  /**
   * Time of all guests that move, which share the network; the least it can take where a plan does
   * not tell all. Empty where the time of one is not known, or its move does not end, and where a
   * container is restarted.
   */
  public Optional<Duration> duration() {
    if (time.restarts() || along.values().stream().anyMatch(MoveTime::restarts)) {
      return Optional.empty();
    }
    Optional<Duration> sum = time.time();
    for (MoveTime other : along.values()) {
      sum = sum.flatMap(it -> other.time().map(it::plus));
    }
    return sum;
  }

  /** The command. */
  @Override
  public String toString() {
    return line;
  }
}
