package io.pveplan.model.guest;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Controller of the SCSI disks of a virtual machine ({@code scsihw}).
 *
 * @since 0.1
 */
public enum ScsiController {
  /** LSI 53C895A; what Proxmox VE takes when nothing is said. */
  LSI("lsi"),

  /** LSI 53C810. */
  LSI53C810("lsi53c810"),

  /** Paravirtualized, one for all disks. */
  VIRTIO_SCSI_PCI("virtio-scsi-pci"),

  /** Paravirtualized, one for each disk, so that I/O threads work; the one to take. */
  VIRTIO_SCSI_SINGLE("virtio-scsi-single"),

  /** LSI MegaRAID SAS. */
  MEGASAS("megasas"),

  /** VMware paravirtual SCSI. */
  PVSCSI("pvscsi");

  private final String text;

  ScsiController(String text) {
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
