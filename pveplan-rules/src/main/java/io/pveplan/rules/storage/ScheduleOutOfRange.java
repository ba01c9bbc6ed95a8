package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ReplicationRun;
import io.pveplan.rules.DurationText;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.time.Duration;

/** Reports a replication schedule that runs more often than each minute, or more rarely than each
 * week. */
@RuleInfo(
    id = "LOC-030",
    severity = Severity.WARNING,
    summary = "A replication job runs more often than each minute or more rarely than each week",
    why = """
        The scheduler looks once a minute, so that a finer schedule is not kept. Copies that are older \
        than a week are hardly worth having.""",
    remedy = "Use an interval from one minute to one week; 15 minutes is usual.",
    sources = "pve-docs: pvesr.adoc, Schedule Format",
    since = "0.1")
final class ScheduleOutOfRange implements Rule {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(7);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (ReplicationJob job : ReplicatedVolumes.activeJobs(plan)) {
      findings.looksAt(job.path());
      ReplicationRun run = plan.replicationRun(job);
      if (run.gap().compareTo(SHORTEST) < 0 || run.gap().compareTo(LONGEST) > 0) {
        findings
            .on(job.path())
            .says(
                "job %s (%s) %s",
                job.id(),
                job.schedule().orElseThrow(),
                run.ends()
                    ? "makes no copy after its last event"
                    : "runs every " + DurationText.write(run.gap()) + " at the longest")
            .because("longestGap", run.ends() ? "endless" : run.gap())
            .declaredAt(job.declaredAt());
      }
    }
  }
}
