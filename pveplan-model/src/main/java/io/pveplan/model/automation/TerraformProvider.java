package io.pveplan.model.automation;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Provider that a Terraform module is written for.
 *
 * @since 0.1
 */
public enum TerraformProvider {
  /** bpg/proxmox; covers nearly all of Proxmox VE. */
  BPG("bpg"),

  /** Telmate/proxmox; guests only. */
  TELMATE("telmate");

  private final String text;

  TerraformProvider(String text) {
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
