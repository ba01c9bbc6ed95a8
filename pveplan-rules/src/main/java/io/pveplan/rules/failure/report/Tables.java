package io.pveplan.rules.failure.report;

import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.NodeLoad;
import io.pveplan.rules.failure.Survival;
import io.pveplan.rules.internal.Csv;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** The failures, and the guests, as tables for spreadsheets and programs. */
final class Tables {

  private Tables() {}

  static String failures(Matrix matrix) {
    Csv table = new Csv(
        "scenario",
        "kind",
        "failures",
        "outcome",
        "quorate",
        "votes",
        "quorum",
        "fenced",
        "must_run_down",
        "guests_down",
        "guests_restarted",
        "guests_moved",
        "recovery_seconds",
        "data_lost",
        "last_writes_lost",
        "nodes_short_of_memory",
        "stopped_pools",
        "effects");
    for (Row row : matrix.rows()) {
      Survival survival = row.survival();
      table.row(
          row.scenario(),
          row.scenario().kind(),
          row.fails() ? row.failures() : 0,
          row.verdict(),
          survival.quorate(),
          survival.votes(),
          survival.quorum(),
          String.join(" ", survival.fenced()),
          row.required(),
          row.down(),
          row.restarted().size(),
          row.moved().size(),
          seconds(survival.startsWithin()),
          survival.losesData(),
          survival.losesLastWrites(),
          survival.overcommitted().stream().map(NodeLoad::node).collect(Collectors.joining(" ")),
          String.join(" ", survival.stoppedPools()),
          String.join("; ", matrix.effects(row)));
    }
    return table.toString();
  }

  static String guests(Matrix matrix) {
    Csv table = new Csv(
        "guest",
        "name",
        "ha",
        "must_run",
        "scenario",
        "fate",
        "survives",
        "from",
        "to",
        "reason",
        "recovery_seconds",
        "data_loss_seconds");
    for (GuestRow row : matrix.guests()) {
      for (GuestRow.Touch touch : row.touches()) {
        GuestFate fate = touch.fate();
        table.row(
            row.guest().vmid(),
            row.guest().name(),
            row.managed(),
            row.guest().mustRun(),
            touch.row().scenario(),
            fate.fate(),
            fate.fate().survives(),
            fate.from(),
            fate.to(),
            fate.reason().orElse(""),
            fate.fate().survives() ? seconds(touch.row().survival().startsWithin()) : "",
            seconds(fate.dataLoss()));
      }
    }
    return table.toString();
  }

  private static Object seconds(Optional<Duration> time) {
    return time.<Object>map(Duration::toSeconds).orElse("");
  }
}
