package io.pveplan.rules.backup;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a plan that does not say how a lost node is to be brought back. */
@RuleInfo(
    id = "BCK-028",
    severity = Severity.INFO,
    summary = "Nobody has said how a lost node is brought back",
    why = """
        The order decides what comes back: host, network, cluster or configuration, storages, and \
        guests with their VMIDs last. It is found in quiet times, not in the hour of need.""",
    remedy = "Say it with restoreHostsBy(..), write the steps down, and rehearse them.",
    sources = "article Proxmox-Cluster planen, disaster recovery",
    since = "0.1")
final class NoRestoreOrder implements Rule {

  private static final PlanPath SUBJECT = PlanPath.of("backup", "restore");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().isEmpty()) {
      return;
    }
    findings.looksAt(SUBJECT);
    Optional<Backup> backup = plan.plan().backup();
    if (backup.flatMap(Backup::hostRestore).isEmpty()) {
      findings
          .on(SUBJECT)
          .says(
              "the plan does not say how a lost node is brought back",
              plan.nodes().size())
          .because("nodes", plan.nodes().size())
          .declaredAt(backup.flatMap(Backup::declaredAt).or(() -> plan.plan().declaredAt()));
    }
  }
}
