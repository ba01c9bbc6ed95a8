package io.pveplan.rules.failure.report;

import com.fasterxml.jackson.annotation.JsonValue;

/** How bad a failure is, the worst first. */
enum Verdict {
  /** The cluster has no quorum any more. */
  CLUSTER_STOPS("cluster stops"),
  /** Guests that must run do not. */
  MUST_RUN_DOWN("must-run guests down"),
  /** Disks are lost if what failed does not come back. */
  DATA_LOST("data lost"),
  /** Guests stay on the node that is to be emptied. */
  NOT_EMPTIED("not emptied"),
  /** Storage that guests may use can not be read and written. */
  STORAGE_STOPS("storage stops"),
  /** A node has too little memory for its guests, even at their smallest. */
  MEMORY_SHORT("memory does not suffice"),
  /** Other guests are down. */
  GUESTS_DOWN("guests down"),
  /** Guests go on with a copy that is older than what they wrote. */
  LAST_WRITES_LOST("last writes lost"),
  /** Guests were moved or restarted, or something beside them stops. */
  GOES_ON("goes on"),
  /** No guest notices. */
  UNNOTICED("unnoticed");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  @JsonValue
  String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
