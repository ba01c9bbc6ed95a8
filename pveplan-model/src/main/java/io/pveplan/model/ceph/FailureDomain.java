package io.pveplan.model.ceph;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What no two copies of a pool share: a bucket type of CRUSH that a plan knows of. The narrowest
 * first.
 *
 * @since 0.1
 */
public enum FailureDomain {
  /** A single OSD: copies may lie in one node. */
  OSD("osd"),

  /** A node. */
  HOST("host"),

  /** The rack of a node. */
  RACK("rack"),

  /** The room of a rack. */
  ROOM("room");

  private final String text;

  FailureDomain(String text) {
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
