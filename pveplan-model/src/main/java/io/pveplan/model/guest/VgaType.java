package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Graphics card of a virtual machine ({@code vga}).
 *
 * @since 0.1
 */
public enum VgaType {
  /** The standard one; what Proxmox VE takes when nothing is said. */
  STD("std"),

  /** Cirrus, for very old systems. */
  CIRRUS("cirrus"),

  /** VMware compatible. */
  VMWARE("vmware"),

  /** SPICE with one display. */
  QXL("qxl"),

  /** SPICE with two displays. */
  QXL2("qxl2"),

  /** SPICE with three displays. */
  QXL3("qxl3"),

  /** SPICE with four displays. */
  QXL4("qxl4"),

  /** VirtIO. */
  VIRTIO("virtio"),

  /** VirtIO with 3D acceleration. */
  VIRTIO_GL("virtio-gl"),

  /** The first serial port in place of a display. */
  SERIAL0("serial0"),

  /** The second serial port in place of a display. */
  SERIAL1("serial1"),

  /** The third serial port in place of a display. */
  SERIAL2("serial2"),

  /** The fourth serial port in place of a display. */
  SERIAL3("serial3"),

  /** None. */
  NONE("none");

  private final String text;

  VgaType(String text) {
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
