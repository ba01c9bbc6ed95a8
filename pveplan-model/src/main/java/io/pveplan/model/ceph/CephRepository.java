package io.pveplan.model.ceph;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The package repository that Ceph is installed from (pve-manager, PVE/CLI/pveceph.pm).
 *
 * @since 0.1
 */
public enum CephRepository {
  /** For nodes with a subscription. */
  ENTERPRISE("enterprise"),

  /** For nodes without one. */
  NO_SUBSCRIPTION("no-subscription"),

  /** Packages that are still being tried. */
  TEST("test"),

  /** Whatever the node has configured already. */
  MANUAL("manual");

  private final String text;

  CephRepository(String text) {
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
