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
    super(move + ": " + text(blockers) + advice);
    this.blockers = List.copyOf(blockers);
  }

  // What hinders only one way is told apart where both are barred.
  private static String text(List<Blocker> blockers) {
    boolean mixed = blockers.stream().map(Blocker::state).distinct().count() > 1;
    return blockers.stream()
        .map(mixed ? Blocker::toString : Blocker::text)
        .collect(Collectors.joining("; "));
  }

  /** What is in the way; empty if it is the way of asking. */
  public List<Blocker> blockers() {
    return blockers;
  }
}
