package io.pveplan.model.backup;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Retention with nothing but zeros keeps everything, which nobody means who writes it. */
final class RetentionCheck {

  private RetentionCheck() {}

  static void require(Retention retention) {
    new Faults()
        .check("keepLast", () -> requireCount(retention.keepLast()))
        .check("keepHourly", () -> requireCount(retention.keepHourly()))
        .check("keepDaily", () -> requireCount(retention.keepDaily()))
        .check("keepWeekly", () -> requireCount(retention.keepWeekly()))
        .check("keepMonthly", () -> requireCount(retention.keepMonthly()))
        .check("keepYearly", () -> requireCount(retention.keepYearly()))
        .check(() -> requireSome(retention))
        .end();
  }

  private static void requireCount(OptionalInt count) {
    count.ifPresent(n -> Ranges.require("number of backups to keep", n, 0, 1_000_000));
  }

  private static void requireSome(Retention retention) {
    boolean none = Stream.of(
            retention.keepLast(),
            retention.keepHourly(),
            retention.keepDaily(),
            retention.keepWeekly(),
            retention.keepMonthly(),
            retention.keepYearly())
        .allMatch(count -> count.orElse(0) == 0);
    if (none) {
      throw new InvalidValueException(
          "the retention keeps nothing by number",
          "Name how many backups are kept, for example keepLast(3).");
    }
  }
}
