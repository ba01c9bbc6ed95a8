package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a log device that is larger than ZFS can use. */
@RuleInfo(
    id = "LOC-021",
    severity = Severity.INFO,
    summary = "A log device is larger than half of the memory",
    why = """
        The log holds what was written in the last seconds, and never more than half of the memory. The \
        rest of the device lies idle.""",
    remedy = "Use a small device with protection against power loss, or part of one.",
    sources = "pve-docs: local-zfs.adoc, Create a new pool with log",
    since = "0.1")
final class LogDeviceTooLarge implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (ZfsPool pool : node.zfsPools()) {
        if (pool.log().isEmpty()) {
          continue;
        }
        PlanPath subject = node.path().child(pool.name());
        findings.looksAt(subject);
        Optional<DataSize> memory = node.hardware().flatMap(Hardware::memory);
        if (memory.isEmpty()) {
          findings.undecided(subject, "memory of " + node.name());
          continue;
        }
        for (String device : pool.log()) {
          Optional<DataSize> size = plan.localPools().disk(node.name(), device).map(Disk::size);
          if (size.isEmpty()) {
            findings.undecided(subject, "size of " + device + " of " + node.name());
          } else if (size.get().bytes() > memory.get().bytes() / 2) {
            findings
                .on(subject.child(device))
                .says(
                    "log device %s of pool %s of %s has %s, and half of the memory is %s",
                    device,
                    pool.name(),
                    node.name(),
                    size.get(),
                    DataSize.bytes(memory.get().bytes() / 2))
                .because("size", size.get().toString())
                .because("memory", memory.get().toString())
                .declaredAt(pool.declaredAt());
          }
        }
      }
    }
  }
}
