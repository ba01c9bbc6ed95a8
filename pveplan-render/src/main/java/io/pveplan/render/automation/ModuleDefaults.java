package io.pveplan.render.automation;

/** What the plan has no word for, and neither provider may choose. */
final class ModuleDefaults {

  /**
   * The controller that Proxmox VE's web interface gives a new machine (pve-docs, qm.adoc): the one
   * with a queue of its own for each disk. The providers take others.
   */
  static final String SCSI_CONTROLLER = "virtio-scsi-single";

  /** Type of the operating system behind the cloud-init documents, which no Windows reads. */
  static final String LINUX = "l26";

  private ModuleDefaults() {}
}
