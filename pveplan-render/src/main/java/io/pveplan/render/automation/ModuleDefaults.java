package io.pveplan.render.automation;

import io.pveplan.model.guest.OsType;
import io.pveplan.model.guest.ScsiController;

/** What the plan does not say, and neither provider may choose. */
final class ModuleDefaults {

  /**
   * The controller that Proxmox VE's web interface gives a new machine (pve-docs, qm.adoc): the one
   * with a queue of its own for each disk. The providers take others.
   */
  static final ScsiController SCSI_CONTROLLER = ScsiController.VIRTIO_SCSI_SINGLE;

  /** Type of the operating system behind the cloud-init documents, which no Windows reads. */
  static final OsType LINUX = OsType.L26;

  private ModuleDefaults() {}
}
