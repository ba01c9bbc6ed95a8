package io.pveplan.model.cluster;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What the scheduler of HA looks at when it selects a node (pve-cluster, src/PVE/DataCenterConfig.pm).
 *
 * @since 0.1
 */
public enum SchedulingMode {
  /** The number of guests; the default. */
  BASIC("basic"),

  /** The CPUs and memory that the guests are configured with. */
  STATIC("static"),

  /** What the guests use, besides; from pve-cluster 9.1.2 on. */
  DYNAMIC("dynamic");

  private final String text;

  SchedulingMode(String text) {
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
