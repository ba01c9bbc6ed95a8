package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What is taken away with a replication job that is to go (pve-guest-common,
 * src/PVE/ReplicationConfig.pm, remove_job).
 *
 * @since 0.1
 */
public enum ReplicationRemoval {
  /** The snapshots on the source; the copy on the target stays. */
  LOCAL("local"),

  /** The snapshots on the source, and the copy on the target. */
  FULL("full");

  private final String text;

  ReplicationRemoval(String text) {
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
