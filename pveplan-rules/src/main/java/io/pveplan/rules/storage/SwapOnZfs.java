package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports swap space on a ZFS pool. */
@RuleInfo(
    id = "LOC-022",
    severity = Severity.WARNING,
    summary = "Swap space lies on a ZFS pool",
    why = """
        To write a page out ZFS needs memory itself. When memory is short, which is when swap is used, \
        the node can block.""",
    remedy = "Put swap on a partition of its own, and set vm.swappiness to 10.",
    sources = "pve-docs: local-zfs.adoc, SWAP on ZFS",
    since = "0.1")
final class SwapOnZfs implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      for (ZfsPool pool : node.zfsPools()) {
        PlanPath subject = node.path().child(pool.name());
        findings.looksAt(subject);
        if (pool.swap()) {
          findings
              .on(subject)
              .says("swap space of %s lies on pool %s", node.name(), pool.name())
              .because("pool", pool.name())
              .declaredAt(pool.declaredAt());
        }
      }
    }
  }
}
