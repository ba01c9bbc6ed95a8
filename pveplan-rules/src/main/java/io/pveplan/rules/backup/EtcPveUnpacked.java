package io.pveplan.rules.backup;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a plan to bring a lost node back by unpacking the archive of {@code /etc/pve}. */
@RuleInfo(
    id = "BCK-005",
    severity = Severity.WARNING,
    summary = "A lost node is to be restored by unpacking /etc/pve",
    why = """
        /etc/pve is the view of a database that the cluster keeps the same on all nodes. Unpacked \
        over a running one it puts old configuration of all nodes in place of the present one, \
        and a node that joins loses its own.""",
    remedy = """
        When all nodes are lost, put config.db back while pve-cluster is stopped; for a single \
        node, install it anew, join it and restore its guests. Take single files from the archive.""",
    sources = {
      "article Proxmox-Cluster planen, backup (unpacks the archive)",
      "pve-docs: pmxcfs.adoc, Recovery",
      "pve-docs: pvecm.adoc, Join Node to Cluster"
    },
    since = "0.1")
final class EtcPveUnpacked implements Rule {

  private static final PlanPath SUBJECT = PlanPath.of("backup", "restore");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().backup().ifPresent(backup -> check(backup, findings));
  }

  private static void check(Backup backup, Findings findings) {
    if (backup.hostRestore().isEmpty()) {
      return;
    }
    findings.looksAt(SUBJECT);
    if (backup.hostRestore().get() == HostRestore.UNPACK_ETC_PVE) {
      findings
          .on(SUBJECT)
          .says("lost nodes are to be restored by %s", HostRestore.UNPACK_ETC_PVE)
          .because("hostRestore", HostRestore.UNPACK_ETC_PVE)
          .declaredAt(backup.declaredAt());
    }
  }
}
