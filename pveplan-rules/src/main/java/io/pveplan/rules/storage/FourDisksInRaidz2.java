package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports four disks in RAIDZ2. */
@RuleInfo(
    id = "LOC-014",
    severity = Severity.INFO,
    summary = "Four disks make up a RAIDZ2",
    why = """
        Four disks hold as much as two mirrors, and those are faster and rebuilt sooner. RAIDZ2 bears \
        any two failures, two mirrors one in each.""",
    remedy = "Use raid10, unless any two disks have to be able to fail.",
    sources = "pve-docs: local-zfs.adoc, RAID Level Considerations",
    since = "0.1")
final class FourDisksInRaidz2 implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (ZfsPool pool : node.zfsPools()) {
        if (pool.raid() == ZfsRaid.RAIDZ2) {
          PlanPath subject = node.path().child(pool.name());
          findings.looksAt(subject);
          if (pool.devices().size() == ZfsRaid.RAIDZ2.fewestDisks()) {
            findings
                .on(subject)
                .says(
                    "pool %s of %s is a RAIDZ2 of four disks: two mirrors hold as much",
                    pool.name(), node.name())
                .because("disks", pool.devices().size())
                .declaredAt(pool.declaredAt());
          }
        }
      }
    }
  }
}
