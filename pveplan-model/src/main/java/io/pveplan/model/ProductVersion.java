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

  @Override
  public String toString() {
    return text;
  }
}
