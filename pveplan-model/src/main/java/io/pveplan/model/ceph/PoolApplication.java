package io.pveplan.model.ceph;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a pool is for.
 *
 * @since 0.1
 */
public enum PoolApplication {
  /** Disks of guests. */
  RBD("rbd"),

  /** A file system. */
  CEPHFS("cephfs"),

  /** Objects over HTTP. */
  RGW("rgw");

  private final String text;

  PoolApplication(String text) {
    this.text = text;
  }

  /** The spelling that the commands take. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
