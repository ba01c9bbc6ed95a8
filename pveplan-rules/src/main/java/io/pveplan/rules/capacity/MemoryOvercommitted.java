package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a node whose guests take more memory at their largest than the host leaves them. Templates
 * do not count, they never run.
 */
@RuleInfo(
    id = "CAP-001",
    severity = Severity.WARNING,
    summary = "The guests of a node and the host want more memory than it has",
    why = """
        Proxmox VE starts guests that do not fit. When they use what they were promised, the node \
        swaps, and then the kernel kills one of them.""",
    remedy = "Move guests to other nodes, give them less memory, or add memory to the node.",
    sources = {"pve-docs: qm.adoc, Memory", "Corsinvest cv4pve-diag: WN0036"},
    since = "0.1")
final class MemoryOvercommitted implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    HostMemory memory = plan.hostMemory();
    for (Node node : plan.nodes()) {
      DataSize guests = memory.guestsAtMost(node.name());
      if (guests.bytes() == 0) {
        continue;
      }
      findings.looksAt(node.path());
      Optional<DataSize> installed = node.hardware().flatMap(Hardware::memory);
      if (installed.isEmpty()) {
        findings.undecided(node.path(), "memory of " + node.name());
      } else if (memory.overcommitted(node.name())) {
        DataSize host = memory.reserve(node.name());
        findings
            .on(node.path())
            .says(
                "guests of %s take up to %s and the host %s; it has %s",
                node.name(), guests, host, installed.get())
            .because("guestBytes", guests.bytes())
            .because("hostBytes", host.bytes())
            .because("memoryBytes", installed.get().bytes())
            .declaredAt(node.declaredAt());
      }
    }
  }
}
