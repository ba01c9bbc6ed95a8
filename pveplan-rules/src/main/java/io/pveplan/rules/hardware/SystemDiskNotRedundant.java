package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Reports a node that stops when one of its system disks does. A disk behind a RAID controller of
 * which nothing more is said may be several, so there the rule can not decide.
 */
@RuleInfo(
    id = "NODE-018",
    severity = Severity.WARNING,
    summary = "A node is installed on a disk that nothing stands in for",
    why = """
        When the disk fails the node is gone until it is installed anew, and everything on its \
        root file system with it.""",
    remedy = "Install on two disks: a ZFS mirror, or a RAID controller that makes one of them.",
    sources = "pve-docs: pve-system-requirements.adoc, Recommended System Requirements",
    since = "0.1")
final class SystemDiskNotRedundant implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      findings.looksAt(node.path());
      node.hardware()
          .flatMap(Hardware::systemDisks)
          .ifPresentOrElse(
              system -> check(node, system, findings),
              () -> findings.undecided(node.path(), "system disks of " + node.name()));
    }
  }

  private static void check(Node node, SystemDisks system, Findings findings) {
    if (system.hardwareRaid().orElse(false)
        || system.raid().filter(raid -> raid != SystemRaid.RAID0).isPresent()) {
      return;
    }
    Optional<String> maybe = behindRaid(system.disks());
    if (system.hardwareRaid().isEmpty() && maybe.isPresent()) {
      findings.undecided(
          node.path(), "what the RAID controller makes " + maybe.get() + " of, of " + node.name());
      return;
    }
    findings
        .on(node.path())
        .says(
            "node %s is installed on %s%s without a second disk that holds the same",
            node.name(),
            system.filesystem(),
            system.raid().map(raid -> " with " + raid).orElse(""))
        .because("filesystem", system.filesystem().text())
        .declaredAt(system.declaredAt().or(node::declaredAt));
  }

  private static Optional<String> behindRaid(List<Disk> disks) {
    return disks.stream()
        .filter(disk -> disk.controller().equals(Optional.of(DiskController.RAID)))
        .map(Disk::device)
        .findFirst();
  }
}
