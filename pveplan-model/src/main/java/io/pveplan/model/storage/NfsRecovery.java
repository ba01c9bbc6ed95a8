package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What becomes of a request that an NFS server does not answer (nfs(5)).
 *
 * @since 0.1
 */
public enum NfsRecovery {
  /** It is tried until the server answers. The kernel does so unless told otherwise. */
  HARD("hard"),

  /** It fails after some tries; what was being written is lost. */
  SOFT("soft");

  private final String text;

  NfsRecovery(String text) {
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
