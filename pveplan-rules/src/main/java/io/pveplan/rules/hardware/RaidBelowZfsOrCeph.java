package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports disks of ZFS pools and OSDs behind a RAID controller, and a system on ZFS on what a
 * controller makes of several disks. NVMe disks need say nothing.
 */
@RuleInfo(
    id = "NODE-016",
    severity = Severity.WARNING,
    summary = "A disk of ZFS or Ceph lies behind a RAID controller",
    why = """
        The controller hides errors and reorders writes that ZFS and Ceph rely on, and its cache \
        can lose what they take for written.""",
    remedy = "Use a host bus adapter, or set the controller to IT mode.",
    sources = {
      "pve-docs: local-zfs.adoc, Hardware",
      "pve-docs: pveceph.adoc, Avoid RAID",
      "pve-docs: pve-system-requirements.adoc"
    },
    since = "0.1")
final class RaidBelowZfsOrCeph implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      DataDisks disks = DataDisks.of(node);
      if (disks.any()) {
        check(node, disks, findings);
      }
    }
  }

  private static void check(Node node, DataDisks disks, Findings findings) {
    findings.looksAt(node.path());
    List<String> raid = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    if (disks.foundByFilters()) {
      (disks.systemOnArray() ? raid : unknown).add("the disks of the system");
    }
    for (String device : disks.devices()) {
      Optional<Disk> disk = disks.disk(device);
      Optional<DiskController> controller = disk.flatMap(Disk::controller);
      if (disks.systemOnArray() && disks.ofSystem(device)
          || controller.equals(Optional.of(DiskController.RAID))) {
        raid.add(device);
      } else if (controller.isEmpty()
          && disk.filter(it -> it.diskKind() == DiskKind.NVME).isEmpty()) {
        unknown.add(device);
      }
    }
    if (!raid.isEmpty()) {
      findings
          .on(node.path())
          .says(
              "node %s has %s for ZFS or Ceph behind a RAID controller",
              node.name(), String.join(", ", raid))
          .because("devices", raid)
          .declaredAt(node.hardware().flatMap(Hardware::declaredAt).or(node::declaredAt));
    }
    unknown.forEach(device ->
        findings.undecided(node.path(), "controller of " + device + " of " + node.name()));
  }
}
