package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Firmware of a virtual machine.
 *
 * @since 0.1
 */
public enum Bios {
  /** A BIOS as of old; what Proxmox VE takes when nothing is said. */
  SEABIOS("seabios"),

  /** UEFI; wants an EFI disk to keep its settings on. */
  OVMF("ovmf");

  private final String text;

  Bios(String text) {
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
