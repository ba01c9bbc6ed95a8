package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports swap space of more than half of what the system is installed on. */
@RuleInfo(
    id = "NODE-021",
    severity = Severity.ERROR,
    summary = "Swap takes more than half of the system disk",
    why = """
        The installer refuses it. It would leave too little for the system, and a node that swaps \
        that much does nothing else.""",
    remedy = "Take less swap, or more of the disk.",
    sources = "pve-installer: proxmox-installer-common, disk_checks.rs, check_swapsize",
    since = "0.1")
final class SwapTooLarge implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      Optional<SystemDisks> system = node.hardware().flatMap(Hardware::systemDisks);
      if (system.isPresent() && system.get().swap().isPresent()) {
        check(node, system.get(), system.get().swap().get(), findings);
      }
    }
  }

  private static void check(Node node, SystemDisks system, DataSize swap, Findings findings) {
    findings.looksAt(node.path());
    Optional<DataSize> used =
        system.size().or(() -> system.disks().stream().map(Disk::size).findFirst());
    if (used.isEmpty()) {
      findings.undecided(node.path(), "size of the system disk of " + node.name());
    } else if (swap.bytes() > used.get().bytes() / 2) {
      findings
          .on(node.path())
          .says(
              "node %s has %s of swap on the %s its system is installed on",
              node.name(), swap, used.get())
          .because("swap", swap.toString())
          .because("size", used.get().toString())
          .declaredAt(system.declaredAt().or(node::declaredAt));
    }
  }
}
