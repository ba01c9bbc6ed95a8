package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a RAIDZ or dRAID pool that a storage for VM disks lies on. */
@RuleInfo(
    id = "LOC-013",
    severity = Severity.WARNING,
    summary = "A pool with parity holds VM disks",
    why = """
        A RAIDZ group does as many small writes and reads in a second as one of its disks does, and pads \
        the small blocks of VM disks, so that much of the space that parity seems to save is lost.""",
    remedy = "Use mirrors: mirror for two disks, raid10 for four and more.",
    sources = "pve-docs: local-zfs.adoc, RAID Level Considerations",
    since = "0.1")
final class RaidzForVmDisks implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (ZfsPool pool : node.zfsPools()) {
        List<String> holding = plan.localPools().storagesOn(node.name(), pool.name()).stream()
            .filter(storage -> plan.reach().content(storage).contains(ContentType.IMAGES))
            .map(Storage::id)
            .toList();
        if (holding.isEmpty()) {
          continue;
        }
        PlanPath subject = node.path().child(pool.name());
        findings.looksAt(subject);
        if (pool.raid().parity() > 0) {
          findings
              .on(subject)
              .says(
                  "pool %s of %s is a %s and holds the VM disks of %s",
                  pool.name(), node.name(), pool.raid(), String.join(", ", holding))
              .because("raid", pool.raid().text())
              .because("storages", holding)
              .declaredAt(pool.declaredAt());
        }
      }
    }
  }
}
