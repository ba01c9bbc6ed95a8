package io.pveplan.model.hardware;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What of a node a machine can be given.
 *
 * @since 0.1
 */
public enum DeviceKind {
  /** A PCI device or a function of one. */
  PCI("pci", "hostpci", 16),

  /** A USB device. */
  USB("usb", "usb", 14),

  /** A directory, shared with the machine by virtiofs. */
  DIRECTORY("dir", "virtiofs", 10);

  private final String text;
  private final String slot;
  private final int most;

  DeviceKind(String text, String slot, int most) {
    this.text = text;
    this.slot = slot;
    this.most = most;
  }

  /** The spelling in the paths of the API: {@code /cluster/mapping/pci}. */
  @JsonValue
  public String text() {
    return text;
  }

  /** What the keys of a machine begin with: {@code hostpci} of {@code hostpci0}. */
  public String slot() {
    return slot;
  }

  /**
   * How many a machine can have (qemu-server, src/PVE/QemuServer/PCI.pm, USB.pm, Virtiofs.pm).
   */
  public int most() {
    return most;
  }

  @Override
  public String toString() {
    return text;
  }
}
