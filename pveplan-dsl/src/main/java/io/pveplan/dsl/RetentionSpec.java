package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.backup.Retention;

/**
 * Scope of how many backups are kept.
 *
 * <pre>{@code
 * c.storage(dir("files", "/srv/files"), s -> s.pruneBackups(p -> p.keepDaily(7).keepWeekly(4)));
 * c.storage(dir("more", "/srv/more"), s -> s.pruneBackups(p -> p.keepDaily(-1))); // refused: -1
 * }</pre>
 *
 * @since 0.1
 */
public final class RetentionSpec extends Scope {

  final Retention.Builder retention = Retention.builder();

  RetentionSpec(Definition definition, PlanPath at) {
    super(definition, at);
    retention.declaredAt(line);
  }

  /** Keeps the last backups. */
  public RetentionSpec keepLast(int count) {
    set("keepLast", count, retention::keepLast);
    return this;
  }

  /** Keeps the last backup of each of that many hours. */
  public RetentionSpec keepHourly(int count) {
    set("keepHourly", count, retention::keepHourly);
    return this;
  }

  /** Keeps the last backup of each of that many days. */
  public RetentionSpec keepDaily(int count) {
    set("keepDaily", count, retention::keepDaily);
    return this;
  }

  /** Keeps the last backup of each of that many weeks. */
  public RetentionSpec keepWeekly(int count) {
    set("keepWeekly", count, retention::keepWeekly);
    return this;
  }

  /** Keeps the last backup of each of that many months. */
  public RetentionSpec keepMonthly(int count) {
    set("keepMonthly", count, retention::keepMonthly);
    return this;
  }

  /** Keeps the last backup of each of that many years. */
  public RetentionSpec keepYearly(int count) {
    set("keepYearly", count, retention::keepYearly);
    return this;
  }
}
