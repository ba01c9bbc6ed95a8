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
 * Reports a node that does not even have the memory that its machines keep when they balloon. The
 * memory of a container is a limit that keeps nothing for it, so that containers do not count.
 */
@RuleInfo(
    id = "CAP-002",
    severity = Severity.WARNING,
    summary = "The memory that machines keep at all times does not fit into their node",
    why = """
        A machine balloons down to its minimum and no further: one that does not balloon keeps all. \
        What is missing below that no balloon gives back, and the kernel kills a guest.""",
    remedy = "Move machines to other nodes, or lower their memory or balloon.",
    sources = "pve-docs: qm.adoc, Automatic Memory Allocation",
    since = "0.1")
final class MinimumMemoryDoesNotFit implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    HostMemory memory = plan.hostMemory();
    for (Node node : plan.nodes()) {
      DataSize machines = memory.guestsAtLeast(node.name());
      if (machines.bytes() == 0) {
        continue;
      }
      findings.looksAt(node.path());
      Optional<DataSize> installed = node.hardware().flatMap(Hardware::memory);
      DataSize host = memory.reserve(node.name());
      if (installed.isEmpty()) {
        findings.undecided(node.path(), "memory of " + node.name());
      } else if (machines.bytes() > installed.get().bytes() - host.bytes()) {
        findings
            .on(node.path())
            .says(
                "machines of %s keep %s and the host %s; it has %s",
                node.name(), machines, host, installed.get())
            .because("machineBytes", machines.bytes())
            .because("hostBytes", host.bytes())
            .because("memoryBytes", installed.get().bytes())
            .declaredAt(node.declaredAt());
      }
    }
  }
}
