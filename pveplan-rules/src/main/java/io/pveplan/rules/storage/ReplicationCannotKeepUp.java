package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ReplicationRun;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports guests that change more than replication can copy: one job for itself, or all of a node
 * over its network. */
@RuleInfo(
    id = "LOC-036",
    severity = Severity.WARNING,
    summary = "Replication cannot keep up with what the guests change",
    why = """
        When more changes between two runs than can be copied until the next one, runs pile up and the \
        copies get older and older.""",
    remedy = "Raise the limit of the job, use a faster network, or replicate fewer guests.",
    sources = "pve-docs: pvesr.adoc",
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
    bySource.forEach((name, runs) -> plan.node(name)
        .ifPresent(node ->
            plan.replicationSpeed(name).ifPresent(speed -> check(node, runs, speed, findings))));
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

  // One job that can not keep up by itself has been reported as such.
  private static void check(
      Node node, List<ReplicationRun> runs, DataRate speed, Findings findings) {
    findings.looksAt(node.path());
    BigInteger changes = runs.stream()
        .flatMap(run -> run.changeRate().stream())
        .map(rate -> BigInteger.valueOf(rate.bitsPerSecond()))
        .reduce(BigInteger.ZERO, BigInteger::add);
    if (runs.size() > 1 && changes.compareTo(BigInteger.valueOf(speed.bitsPerSecond())) > 0) {
      findings
          .on(node.path())
          .says(
              "the replicated guests of %s change %s bit/s in all, and its replication network"
                  + " carries %s",
              node.name(), changes, speed)
          .because("jobs", runs.stream().map(run -> run.job().id()).toList())
          .because("changes", changes)
          .because("speed", speed.toString())
          .declaredAt(node.declaredAt());
    }
  }
}
