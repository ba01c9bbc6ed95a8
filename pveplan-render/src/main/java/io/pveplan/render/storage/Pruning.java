package io.pveplan.render.storage;

import io.pveplan.model.backup.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** How many backups are kept, as {@code pvesm} takes it (pve-storage, src/PVE/Storage/Plugin.pm). */
final class Pruning {

  private final List<String> parts = new ArrayList<>();

  private Pruning() {}

  static String of(Retention retention) {
    Pruning pruning = new Pruning();
    pruning.keep("last", retention.keepLast());
    pruning.keep("hourly", retention.keepHourly());
    pruning.keep("daily", retention.keepDaily());
    pruning.keep("weekly", retention.keepWeekly());
    pruning.keep("monthly", retention.keepMonthly());
    pruning.keep("yearly", retention.keepYearly());
    return String.join(",", pruning.parts);
  }

  private void keep(String interval, OptionalInt count) {
    count.ifPresent(it -> parts.add("keep-" + interval + "=" + it));
  }
}
