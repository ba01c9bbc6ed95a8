package io.pveplan.rules.fluent;

import io.pveplan.model.PlanPath;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.BackupMode;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.backup.Retention;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Backup, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule retention = rule("ACME-011", WARNING)
 *     .forEach(backupJobs())
 *     .should(haveRetention().or(have(keepLast(), atLeast(3))))
 *     .fix("Say how many backups are kept.");
 * }</pre>
 *
 * @since 0.1
 */
public final class BackupTerms {

  private BackupTerms() {}

  /** {@return the backup jobs} */
  public static Subjects<BackupJob> backupJobs() {
    return Subjects.declared(
        "backup job",
        "backup jobs",
        plan -> plan.plan().backup().map(Backup::jobs).orElse(List.of()),
        BackupJob::path,
        BackupJob::id);
  }

  /** {@return the backup servers} */
  public static Subjects<BackupServer> backupServers() {
    return Subjects.declared(
        "backup server",
        "backup servers",
        plan -> plan.plan().backup().map(Backup::servers).orElse(List.of()),
        server -> PlanPath.of("backup", "server", server.name()),
        BackupServer::name);
  }

  /** {@return storage a backup job writes to} */
  public static Fact<BackupJob, String> backupStorage() {
    return Fact.always("a storage", BackupJob::storage);
  }

  /** {@return mode of a backup job} */
  public static Fact<BackupJob, BackupMode> backupMode() {
    return Fact.always("a mode", BackupJob::mode);
  }

  /** {@return number of last backups a job keeps} */
  public static Fact<BackupJob, Integer> keepLast() {
    return kept("a keep-last", Retention::keepLast);
  }

  /** {@return number of hourly backups a job keeps} */
  public static Fact<BackupJob, Integer> keepHourly() {
    return kept("a keep-hourly", Retention::keepHourly);
  }

  /** {@return number of daily backups a job keeps} */
  public static Fact<BackupJob, Integer> keepDaily() {
    return kept("a keep-daily", Retention::keepDaily);
  }

  /** {@return number of weekly backups a job keeps} */
  public static Fact<BackupJob, Integer> keepWeekly() {
    return kept("a keep-weekly", Retention::keepWeekly);
  }

  /** {@return number of monthly backups a job keeps} */
  public static Fact<BackupJob, Integer> keepMonthly() {
    return kept("a keep-monthly", Retention::keepMonthly);
  }

  /** {@return number of yearly backups a job keeps} */
  public static Fact<BackupJob, Integer> keepYearly() {
    return kept("a keep-yearly", Retention::keepYearly);
  }

  /** {@return holds for a backup job that says what it keeps} */
  public static Condition<BackupJob> haveRetention() {
    return Conditions.condition("have a retention", job -> job.retention().isPresent());
  }

  /** {@return holds for a backup job that takes every guest but those it excludes} */
  public static Condition<BackupJob> takeAllGuests() {
    return Conditions.condition("take all guests", BackupJob::all);
  }

  /** {@return holds for a backup job that is switched off} */
  public static Condition<BackupJob> areDisabledBackups() {
    return Conditions.condition("are disabled", BackupJob::disabled);
  }

  /** {@return number of datastores of a backup server} */
  public static Fact<BackupServer, Integer> datastores() {
    return Fact.count(
        "datastore", "datastores", server -> OptionalInt.of(server.datastores().size()));
  }

  private static Fact<BackupJob, Integer> kept(
      String words, Function<Retention, OptionalInt> number) {
    return Fact.number(words, job -> job.retention().map(number).orElseGet(OptionalInt::empty));
  }
}
