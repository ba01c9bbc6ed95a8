package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where the nodes get the packages of Proxmox VE from.
 *
 * @since 0.1
 */
public enum PackageRepository {
  /** The repository for subscribers; the one for production. */
  ENTERPRISE("enterprise"),

  /** The repository that needs no subscription; less tested. */
  NO_SUBSCRIPTION("no-subscription"),

  /** The repository of what is being tested. */
  TEST("test");

  private final String text;

  PackageRepository(String text) {
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
