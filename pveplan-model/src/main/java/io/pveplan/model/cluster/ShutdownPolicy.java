package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What becomes of guests under HA when their node is shut down (pve-docs, ha-manager.adoc, Shutdown Policy).
 *
 * @since 0.1
 */
public enum ShutdownPolicy {
  /** They stop and stay on the node. */
  FREEZE("freeze"),

  /** They are recovered on other nodes, if the node is not back soon. */
  FAILOVER("failover"),

  /** Frozen when the node reboots, recovered when it is switched off; the default. */
  CONDITIONAL("conditional"),

  /** They are moved to other nodes first, and back when the node is there again. */
  MIGRATE("migrate");

  private final String text;

  ShutdownPolicy(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
