package io.pveplan.model.backup;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Ranges;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Retention with nothing but zeros keeps everything, which nobody means who writes it. */
final class RetentionCheck {

  private RetentionCheck() {}

  static void require(Retention retention) {
    boolean keepsSome = Stream.of(
            retention.keepLast(),
            retention.keepDaily(),
            retention.keepWeekly(),
            retention.keepMonthly(),
            retention.keepYearly())
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .peek(count -> Ranges.require("number of backups to keep", count, 0, 1_000_000))
        .anyMatch(count -> count > 0);
    if (!keepsSome) {
      throw new InvalidValueException(
          "the retention keeps nothing by number",
          "Name how many backups are kept, for example keepLast(3).");
    }
  }
}
