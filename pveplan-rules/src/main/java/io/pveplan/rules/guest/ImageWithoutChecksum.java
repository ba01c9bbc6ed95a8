package io.pveplan.rules.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reports a disk made from an image, a container made of a template and an ISO image in a drive that
 * are not among the images of the plan, which have checksums.
 *
 * <p>An ISO image is INFO: somebody starts from it by hand, and addresses of some, as those of
 * Windows, are good for a day only.
 */
@RuleInfo(
    id = "CI-023",
    severity = Severity.WARNING,
    summary = "A guest is made from an image without checksum",
    why = """
        Somebody puts the file there by hand, and nothing tells a damaged, old or foreign one from \
        what is meant. Each clone of the template has what is in it.""",
    remedy = """
        Declare the image with its address and checksum: a script fetches it and compares it. What \
        its maker offers for a day only can be fetched from a mirror of your own.""",
    sources = "pve-storage: src/PVE/API2/Storage/Status.pm, download-url",
    since = "0.1")
final class ImageWithoutChecksum implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<Volume> declared =
        plan.plan().images().stream().map(Image::volume).collect(Collectors.toSet());
    for (Guest guest : plan.guests()) {
      for (GuestDisk disk : guest.disks()) {
        disk.importFrom().ifPresent(it -> check(declared, guest, disk.slot(), it, disk, findings));
      }
      if (guest instanceof Vm vm) {
        vm.iso().ifPresent(it -> check(declared, vm, "iso", it, vm, findings));
      } else if (guest instanceof Container container) {
        check(declared, guest, "ostemplate", container.ostemplate(), guest, findings);
      }
    }
  }

  private static void check(
      Set<Volume> declared,
      Guest guest,
      String part,
      Volume image,
      Declared by,
      Findings findings) {
    findings.looksAt(guest.path().child(part));
    if (declared.contains(image)) {
      return;
    }
    FindingDraft finding = findings
        .on(guest.path().child(part))
        .says("%s, and the plan has no checksum of that", said(guest, part, image))
        .because("image", image)
        .declaredAt(by.declaredAt().or(guest::declaredAt));
    if (part.equals("iso")) {
      finding.atMost(Severity.INFO);
    }
  }

  private static String said(Guest guest, String part, Volume image) {
    return switch (part) {
      case "iso" -> "the drive of " + guest.name() + " has " + image;
      case "ostemplate" -> guest.name() + " is made from " + image;
      default -> part + " of " + guest.name() + " is made from " + image;
    };
  }
}
