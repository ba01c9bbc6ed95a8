package io.pveplan.rules.migration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A move that can not be.
 *
 * @since 0.1
 */
public final class MoveRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Blocker> blockers;

  MoveRefusedException(String move, List<Blocker> blockers, String advice) {
    super(move + ": " + blockers.stream().map(Blocker::text).collect(Collectors.joining("; "))
        + advice);
    this.blockers = List.copyOf(blockers);
  }

  /** What is in the way; empty if it is the way of asking. */
  public List<Blocker> blockers() {
    return blockers;
  }
}
