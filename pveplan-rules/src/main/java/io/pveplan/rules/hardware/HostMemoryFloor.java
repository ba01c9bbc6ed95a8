package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Reports a node with less memory than the system, ZFS and its OSDs want, guests not counted. Where
 * CAP-001 reports the node with its guests, it says nothing.
 */
@RuleInfo(
    id = "NODE-007",
    severity = Severity.WARNING,
    summary = "A node has too little memory for the system, ZFS and Ceph",
    why = """
        The cache of ZFS and the OSDs take about 1 GiB for each TB. What they do not get makes the \
        disks slow, and they take it from the guests.""",
    remedy = "Add memory, or spread the disks over more nodes.",
    sources = "pve-docs: pve-system-requirements.adoc, Recommended System Requirements",
    since = "0.1")
final class HostMemoryFloor implements Rule {

  private static final BigInteger TERABYTE = BigInteger.valueOf(1_000_000_000_000L);
  private static final long SYSTEM_GIB = 2;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
      if (memory.isEmpty()) {
        findings.undecided(node.path(), "memory of " + node.name());
      } else {
        findings.looksAt(node.path());
        // CAP-001 says it then, and counts more.
        boolean saidWithGuests = plan.hostMemory().guestsAtMost(node.name()).bytes() > 0
            && plan.hostMemory().overcommitted(node.name());
        if (!saidWithGuests) {
          check(node, memory.get(), findings);
        }
      }
    }
  }

  private static void check(Node node, DataSize memory, Findings findings) {
    DataDisks disks = DataDisks.of(node);
    BigInteger raw = disks.devices().stream()
        .flatMap(device -> disks.size(device).stream())
        .map(size -> BigInteger.valueOf(size.bytes()))
        .reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger terabytes = raw.add(TERABYTE).subtract(BigInteger.ONE).divide(TERABYTE);
    BigInteger wanted = terabytes.add(BigInteger.valueOf(SYSTEM_GIB)).shiftLeft(30);
    if (BigInteger.valueOf(memory.bytes()).compareTo(wanted) < 0) {
      findings
          .on(node.path())
          .says(
              "node %s has %s of memory; %d GiB for the system and %s GiB for %s TB of disks are "
                  + "wanted",
              node.name(), memory, SYSTEM_GIB, terabytes, terabytes)
          .because("memoryBytes", memory.bytes())
          .because("diskBytes", raw)
          .declaredAt(node.hardware().flatMap(Hardware::declaredAt).or(node::declaredAt));
    } else {
      if (disks.foundByFilters()) {
        findings.undecided(node.path(), "size of the disks of the system of " + node.name());
      }
      disks.devices().stream()
          .filter(device -> disks.disk(device).isEmpty())
          .forEach(device ->
              findings.undecided(node.path(), "size of " + device + " of " + node.name()));
    }
  }
}
