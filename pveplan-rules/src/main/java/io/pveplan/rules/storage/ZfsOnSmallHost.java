package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a node with ZFS pools and little memory. */
@RuleInfo(
    id = "LOC-019",
    severity = Severity.WARNING,
    summary = "A node with ZFS has less than 8 GiB of memory",
    why = """
        ZFS is made for machines with memory: below 8 GiB its cache takes what the guests need, or is so \
        small that every read goes to the disks.""",
    remedy = "Add memory, or use LVM-thin or a directory.",
    sources = "pve-docs: local-zfs.adoc, Hardware",
    since = "0.1")
final class ZfsOnSmallHost implements Rule {

  private static final DataSize LEAST = DataSize.gib(8);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      if (node.zfsPools().isEmpty()) {
        continue;
      }
      Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
      if (memory.isEmpty()) {
        findings.undecided(node.path(), "memory of " + node.name());
        continue;
      }
      findings.looksAt(node.path());
      if (memory.get().compareTo(LEAST) < 0) {
        findings
            .on(node.path())
            .says("node %s has ZFS pools and %s of memory", node.name(), memory.get())
            .because("memory", memory.get().toString())
            .declaredAt(node.hardware().flatMap(Hardware::declaredAt).or(node::declaredAt));
      }
    }
  }
}
