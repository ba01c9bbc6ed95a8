package io.pveplan.rules.failure.internal.ha;

/** What the HA manager is about to do with a resource. */
public enum Stage {
  /** To be started, place not chosen yet. */
  TO_START,
  /** On its way to the node it is to start on. */
  PLACING,
  /** Running, or being started. */
  STARTED,
  /** Being moved. */
  MOVING,
  /** Being stopped. */
  TO_STOP,
  /** Stopped. */
  STOPPED,
  /** Its node is to be fenced. */
  FENCING,
  /** Its node is fenced, and no node is found yet. */
  RECOVERY,
  /** Given up, until somebody disables it. */
  ERROR
}
