package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ReplicationRun;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports guests that change more than replication can copy: one job for itself, or all of a node,
 * which run one after another. */
@RuleInfo(
    id = "LOC-036",
    severity = Severity.WARNING,
    summary = "Replication cannot keep up with what the guests change",
    why = """
        When more changes between two runs than can be copied until the next one, runs pile up and the \
        copies get older and older.""",
    remedy = "Raise the limit of the job, use a faster network, or replicate fewer guests.",
    sources = {"pve-docs: pvesr.adoc", "pve-manager: PVE/API2/Replication.pm, run_jobs"},
    since = "0.1")
final class ReplicationCannotKeepUp implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, List<ReplicationRun>> bySource = new LinkedHashMap<>();
    for (ReplicationJob job : ReplicatedVolumes.activeJobs(plan)) {
      findings.looksAt(job.path());
      ReplicationRun run = plan.replicationRun(job);
      if (run.changeRate().isEmpty()) {
        findings.undecided(job.path(), "change rate of guest " + job.guest());
      } else if (run.rate().isEmpty()) {
        findings.undecided(job.path(), "speed of the replication network, or a limit of the job");
      } else if (!run.keepsUp().orElseThrow()) {
        report(run, findings);
      }
      plan.guest(job.guest())
          .flatMap(Guest::node)
          .ifPresent(
              node -> bySource.computeIfAbsent(node, key -> new ArrayList<>()).add(run));
    }
    bySource.forEach(
        (name, runs) -> plan.node(name).ifPresent(node -> check(node, runs, findings)));
  }

  private static void report(ReplicationRun run, Findings findings) {
    findings
        .on(run.job().path())
        .says(
            "guest %s changes %s, and job %s copies %s at most",
            run.job().guest(),
            run.changeRate().orElseThrow(),
            run.job().id(),
            run.rate().orElseThrow())
        .because("changeRate", run.changeRate().orElseThrow().toString())
        .because("rate", run.rate().orElseThrow().toString())
        .declaredAt(run.job().declaredAt());
  }

  // A node runs its jobs one after another (pve-manager, PVE/API2/Replication.pm, run_jobs). One
  // job
  // that can not keep up by itself has been reported as such.
  private static void check(Node node, List<ReplicationRun> runs, Findings findings) {
    findings.looksAt(node.path());
    BigDecimal share = runs.stream()
        .filter(run -> run.changeRate().isPresent() && run.rate().isPresent())
        .map(ReplicationCannotKeepUp::share)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (runs.size() > 1 && share.compareTo(BigDecimal.ONE) > 0) {
      String percent = share.movePointRight(2).setScale(0, RoundingMode.CEILING).toPlainString();
      findings
          .on(node.path())
          .says(
              "%s runs its replication jobs one after another; to copy what the guests change takes"
                  + " %s %% of the time",
              node.name(), percent)
          .because("jobs", runs.stream().map(run -> run.job().id()).toList())
          .because("percentOfTime", percent)
          .declaredAt(node.declaredAt());
    }
  }

  private static BigDecimal share(ReplicationRun run) {
    return BigDecimal.valueOf(run.changeRate().orElseThrow().bitsPerSecond())
        .divide(
            BigDecimal.valueOf(run.rate().orElseThrow().bitsPerSecond()), 9, RoundingMode.FLOOR);
  }
}
