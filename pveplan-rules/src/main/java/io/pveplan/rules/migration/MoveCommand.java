package io.pveplan.rules.migration;

import io.pveplan.model.guest.Vmid;

/**
 * What moves a guest.
 *
 * @param guest the guest
 * @param from name of the node it is on; the command is run there, one of {@code ha-manager} on any
 * @param to name of the node it moves to
 * @param way how it moves
 * @param line the command
 * @param time how long that takes
 * @since 0.1
 */
public record MoveCommand(Vmid guest, String from, String to, Way way, String line, MoveTime time) {

  /** The command. */
  @Override
  public String toString() {
    return line;
  }
}
