package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Disk;
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
 * Reports flash without power-loss protection in ZFS pools, that of the system among them, and
 * under OSDs.
 */
@RuleInfo(
    id = "NODE-017",
    severity = Severity.WARNING,
    summary = "A disk of ZFS or Ceph has no power-loss protection",
    why = """
        Every synchronous write has to reach the flash itself: without capacitors such disks fall \
        to a few hundred writes per second, wear out early, and can lose confirmed data.""",
    remedy = "Take disks for servers, with power-loss protection.",
    sources = {
      "pve-docs: pve-system-requirements.adoc, Recommended System Requirements",
      "article Proxmox-Cluster planen"
    },
    since = "0.1")
final class ConsumerSsd implements Rule {

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
    List<String> without = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    if (disks.foundByFilters()) {
      unknown.add("power-loss protection of the disks of the system");
    }
    for (String device : disks.devices()) {
      Optional<Disk> disk = disks.disk(device);
      if (disk.isEmpty()) {
        unknown.add("kind of " + device);
      } else if (disk.get().diskKind() != DiskKind.HDD) {
        Optional<Boolean> there = disk.get().powerLossProtection();
        if (there.isEmpty()) {
          unknown.add("power-loss protection of " + device);
        } else if (!there.get()) {
          without.add(device);
        }
      }
    }
    if (!without.isEmpty()) {
      findings
          .on(node.path())
          .says(
              "node %s has %s for ZFS or Ceph without power-loss protection",
              node.name(), String.join(", ", without))
          .because("devices", without)
          .declaredAt(node.hardware().flatMap(Hardware::declaredAt).or(node::declaredAt));
    }
    unknown.forEach(fact -> findings.undecided(node.path(), fact + " of " + node.name()));
  }
}
