package com.example.acme.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.Retention;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.List;

/**
 * Reports a guest in production of which no backup job keeps enough days.
 *
 * <p>A guest that no job takes at all is left to BCK-001.
 */
@RuleInfo(
    id = "ACME-004",
    severity = Severity.WARNING,
    summary = "Backups of a guest in production are not kept long enough",
    why =
        "Damage to data is often noticed when the month is closed: by then the last good backup is gone.",
    remedy = "Let a job that takes the guest keep more days: p.keepDaily(14).",
    sources = "Acme handbook, 9.4 Backup classes",
    since = "1.1")
final class ProductionBackupsKeptTooShort implements Rule {

  static final RuleParameter<Integer> FEWEST_DAYS = RuleParameter.wholeNumber(
          "fewestDays",
          14,
          "days of which a guest in production has a backup",
          "Acme handbook, 9.4 Backup classes")
      .must(days -> days >= 1, "be at least 1");

  private static final String PRODUCTION = "prod";

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(FEWEST_DAYS);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<BackupJob> jobs = plan.plan().backup().map(Backup::jobs).orElse(List.of());
    for (Guest guest : plan.guests()) {
      List<BackupJob> itsJobs = jobs.stream().filter(job -> takes(job, guest)).toList();
      if (guest.tags().contains(PRODUCTION) && !itsJobs.isEmpty()) {
        judge(guest, itsJobs, findings);
      }
    }
  }

  private static void judge(Guest guest, List<BackupJob> jobs, Findings findings) {
    findings.looksAt(guest.path());
    int fewest = findings.parameter(FEWEST_DAYS);
    int most = jobs.stream().mapToInt(ProductionBackupsKeptTooShort::days).max().orElse(0);
    if (most >= fewest) {
      return;
    }
    List<String> open = jobs.stream()
        .filter(job -> job.retention().isEmpty())
        .map(BackupJob::id)
        .toList();
    if (!open.isEmpty()) {
      open.forEach(job -> findings.undecided(guest.path(), "retention of backup job " + job));
      return;
    }
    findings
        .on(guest.path())
        .says("backups of %s are kept for %d days, production needs %d", guest.name(), most, fewest)
        .because("jobs", jobs.stream().map(BackupJob::id).toList())
        .because("days", most)
        .declaredAt(guest.declaredAt());
  }

  private static boolean takes(BackupJob job, Guest guest) {
    boolean named =
        job.all() ? !job.exclude().contains(guest.vmid()) : job.guests().contains(guest.vmid());
    return named && !job.disabled();
  }

  private static int days(BackupJob job) {
    return job.retention().map(Retention::keepDaily).stream()
        .mapToInt(days -> days.orElse(0))
        .findFirst()
        .orElse(0);
  }
}
