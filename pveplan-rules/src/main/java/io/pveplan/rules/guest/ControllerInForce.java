package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.Vm;

/** The SCSI controller that a machine gets. */
final class ControllerInForce {

  private ControllerInForce() {}

  /**
   * The one that the plan names; else lsi, which Proxmox VE takes, or virtio-scsi-single, which the
   * modules of Terraform say.
   */
  static ScsiController of(Vm vm, ResolvedPlan plan) {
    boolean made = plan.terraformGuests().makes(vm);
    return vm.scsihw().orElse(made ? ScsiController.VIRTIO_SCSI_SINGLE : ScsiController.LSI);
  }
}
