package io.pveplan.model.backup;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.internal.Ranges;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Retention with nothing but zeros keeps everything, which nobody means who writes it. */
final class RetentionCheck {

  private RetentionCheck() {}

  static void require(Retention retention) {
    List<Integer> counts = Stream.of(
            retention.keepLast(),
            retention.keepDaily(),
            retention.keepWeekly(),
            retention.keepMonthly(),
            retention.keepYearly())
        .flatMapToInt(OptionalInt::stream)
        .boxed()
        .toList();
    counts.forEach(count -> Ranges.require("number of backups to keep", count, 0, 1_000_000));
    if (counts.stream().allMatch(count -> count == 0)) {
      throw new InvalidValueException(
          "the retention keeps nothing by number",
          "Name how many backups are kept, for example keepLast(3).");
    }
  }
}
