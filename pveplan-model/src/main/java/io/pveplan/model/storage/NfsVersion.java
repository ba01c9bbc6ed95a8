package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Version of the NFS protocol, as the mount option {@code vers} takes it (nfs(5)).
 *
 * @since 0.1
 */
public enum NfsVersion {
  /** NFS 3. */
  V3("3"),

  /** NFS 4 in the highest minor version that both sides know. */
  V4("4"),

  /** NFS 4.0. */
  V4_0("4.0"),

  /** NFS 4.1. */
  V4_1("4.1"),

  /** NFS 4.2. */
  V4_2("4.2");

  private final String text;

  NfsVersion(String text) {
    this.text = text;
  }

  /** The spelling of the mount option. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
