package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.ScsiController;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Locale;

/**
 * Reports a SCSI disk made of the image of a cloud whose controller is not VirtIO SCSI. Only of
 * Ubuntu's images the documentation says that they need it; any other is INFO, since nobody knows from
 * its name what it has drivers for. The modules of Terraform say VirtIO SCSI where the plan says
 * nothing.
 */
@RuleInfo(
    id = "CI-016",
    severity = Severity.WARNING,
    summary = "A cloud image is on a SCSI disk without VirtIO SCSI",
    why = """
        Ubuntu's images start only where their SCSI disk is at a VirtIO SCSI controller; what Proxmox \
        VE takes when nothing is said is an emulated LSI.""",
    remedy = "Say virtio-scsi-single as the controller, or virtio-scsi-pci.",
    sources = "pve-docs: qm-cloud-init.adoc, NOTE on Ubuntu Cloud-Init images",
    since = "0.1")
final class CloudImageController implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    CloudImages images = CloudImages.of(plan);
    for (Vm vm : plan.vms()) {
      for (GuestDisk disk : images.disks(vm)) {
        if (disk.slot().startsWith("scsi")) {
          findings.looksAt(vm.path().child(disk.slot()));
          check(vm, disk, ControllerInForce.of(vm, plan), findings);
        }
      }
    }
  }

  private static void check(Vm vm, GuestDisk disk, ScsiController controller, Findings findings) {
    if (controller == ScsiController.VIRTIO_SCSI_PCI
        || controller == ScsiController.VIRTIO_SCSI_SINGLE) {
      return;
    }
    String image = disk.importFrom().orElseThrow().file();
    FindingDraft finding = findings
        .on(vm.path().child(disk.slot()))
        .says(
            "%s of %s is made of %s and at controller %s",
            disk.slot(), vm.name(), image, controller)
        .because("image", image)
        .because("scsihw", controller)
        .declaredAt(disk.declaredAt().or(vm::declaredAt));
    if (!ofUbuntu(image)) {
      finding.atMost(Severity.INFO);
    }
  }

  // cloud-images.ubuntu.com: noble-server-cloudimg-amd64.img,
  // ubuntu-24.04-server-cloudimg-amd64.img.
  private static boolean ofUbuntu(String image) {
    String name = image.toLowerCase(Locale.ROOT);
    return name.contains("ubuntu") || name.contains("-cloudimg-");
  }
}
