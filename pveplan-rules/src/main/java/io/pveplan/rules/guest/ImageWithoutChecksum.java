package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports a disk made from an image that is not among those of the plan, which have checksums. */
@RuleInfo(
    id = "CI-023",
    severity = Severity.WARNING,
    summary = "A disk is made from an image without checksum",
    why = """
        Somebody puts the file there by hand, and nothing tells a damaged, old or foreign one from \
        what is meant. Each clone of the template has what is in it.""",
    remedy =
        "Declare the image with its address and checksum: a script fetches it and compares it.",
    sources = "pve-storage: src/PVE/API2/Storage/Status.pm, download-url",
    since = "0.1")
final class ImageWithoutChecksum implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<Volume> declared =
        plan.plan().images().stream().map(Image::volume).collect(Collectors.toSet());
    for (Vm vm : plan.vms()) {
      for (GuestDisk disk : vm.disks()) {
        disk.importFrom().ifPresent(image -> {
          findings.looksAt(vm.path());
          if (!declared.contains(image)) {
            findings
                .on(vm.path().child(disk.slot()))
                .says(
                    "%s of %s is made from %s, and the plan has no checksum of that",
                    disk.slot(), vm.name(), image)
                .because("image", image)
                .declaredAt(disk.declaredAt().or(vm::declaredAt));
          }
        });
      }
    }
  }
}
