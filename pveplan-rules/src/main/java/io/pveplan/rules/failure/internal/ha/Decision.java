package io.pveplan.rules.failure.internal.ha;

/**
 * Something that the HA manager did with a resource.
 *
 * @param service ID of the resource
 * @param kind what it did
 * @param from node before
 * @param to node after; the one before when it stays
 */
public record Decision(String service, Kind kind, String from, String to) {

  /** What was done. */
  public enum Kind {
    /** Taken over from a fenced node. */
    RECOVERED,
    /** Moved while its node is up: VMs live, containers by a restart. */
    MOVED,
    /** Not taken over: no node is found. Tried again for as long as that lasts. */
    NOT_RECOVERED,
    /** Given up after too many attempts to start it. */
    GIVEN_UP
  }

  /** One line. */
  @Override
  public String toString() {
    return service + " " + kind + " " + from + " -> " + to;
  }
}
