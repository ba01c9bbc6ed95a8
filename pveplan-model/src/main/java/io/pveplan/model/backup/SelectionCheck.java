package io.pveplan.model.backup;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;

/**
 * A job takes either all guests, some of them left out, or a list (pve-manager,
 * PVE/API2/Backup.pm).
 */
final class SelectionCheck {

  private SelectionCheck() {}

  static void require(BackupJob job) {
    new Faults()
        .check("guests", () -> requireGuests(job))
        .check("exclude", () -> requireExclude(job))
        .end();
  }

  private static void requireGuests(BackupJob job) {
    if (job.all() == !job.guests().isEmpty()) {
      throw new InvalidValueException(
          job.all()
              ? "backup job " + job.id() + " takes all guests and also names some"
              : "backup job " + job.id() + " takes no guest",
          "Take all guests, or name those it takes.",
          "BCK-008");
    }
  }

  private static void requireExclude(BackupJob job) {
    if (!job.all() && !job.exclude().isEmpty()) {
      throw new InvalidValueException(
          "backup job " + job.id() + " leaves guests out of a list",
          "Leave them out of the list itself; exclude goes with all guests.",
          "BCK-008");
    }
  }
}
