package io.pveplan.model;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The release of Proxmox VE that a plan is made for. Files and rules differ between them.
 *
 * @since 0.1
 */
public enum ProductVersion {
  /** Proxmox VE 8.4. */
  PVE_8_4("8.4"),

  /** Proxmox VE 9.0 and later. */
  PVE_9("9");

  private final String text;

  ProductVersion(String text) {
    this.text = text;
  }

  /** The spelling of the configuration file. */
  @JsonValue
  public String text() {
    return text;
  }

  /** Whether a release, {@code 9.1}, is of the series this is written for. */
  boolean covers(String release) {
    return release.substring(0, release.indexOf('.')).equals(text.substring(0, 1));
  }

  @Override
  public String toString() {
    return text;
  }
}
