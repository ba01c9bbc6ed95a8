package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a SCSI disk with a thread of its own at a controller that knows none.
 *
 * <p>A controller that the plan does not name is lsi, or virtio-scsi-single in the modules of Terraform.
 */
@RuleInfo(
    id = "GST-019",
    severity = Severity.INFO,
    summary = "A disk has an I/O thread that its controller does not use",
    why = """
        Only a VirtIO disk and a controller of its own for each disk run in a thread of their \
        own; Proxmox VE warns and ignores the option elsewhere.""",
    remedy = "Set scsihw to virtio-scsi-single, or leave the I/O thread out.",
    sources = "qemu-server: PVE/QemuServer.pm, config_to_command",
    since = "0.1")
final class IoThreadWithoutEffect implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      for (GuestDisk disk : vm.disks()) {
        if (disk.iothread() && disk.slot().startsWith("scsi")) {
          findings.looksAt(vm.path().child(disk.slot()));
          check(vm, disk, ControllerInForce.of(vm, plan), findings);
        }
      }
    }
  }

  private static void check(Vm vm, GuestDisk disk, ScsiController controller, Findings findings) {
    if (controller != ScsiController.VIRTIO_SCSI_SINGLE) {
      findings
          .on(vm.path().child(disk.slot()))
          .says(
              "%s of %s has an I/O thread, which controller %s ignores",
              disk.slot(), vm.name(), controller)
          .because("scsihw", controller.text())
          .declaredAt(disk.declaredAt().or(vm::declaredAt));
    }
  }
}
