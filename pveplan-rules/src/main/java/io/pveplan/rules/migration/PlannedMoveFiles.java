package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.internal.Csv;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The moves that a plan declares, as text and table: the command of each, or what refuses it. */
final class PlannedMoveFiles {

  /** A move with its command, or with the reason why there is none. */
  private record Line(PlannedMove planned, Optional<MoveCommand> command, String refusal) {

    Guest guest() {
      return planned.guest();
    }

    // Of what is refused anyway nothing is left to tell.
    String open() {
      if (command.isEmpty()) {
        return "";
      }
      return planned.open().stream()
          .map(OpenFact::fact)
          .distinct()
          .collect(Collectors.joining("; "));
    }
  }

  private final List<Line> lines = new ArrayList<>();

  PlannedMoveFiles(ResolvedPlan plan) {
    Moves moves = Moves.of(plan);
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      lines.add(line(moves, each));
    }
  }

  private static Line line(Moves moves, PlannedMove each) {
    try {
      return new Line(each, Optional.of(moves.planned(each.move())), "");
    } catch (MoveRefusedException refused) {
      return new Line(each, Optional.empty(), String.valueOf(refused.getMessage()));
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Some lines for each move. */
  void appendTo(StringBuilder page) {
    if (lines.isEmpty()) {
      return;
    }
    page.append("\nPlanned moves\n");
    for (Line line : lines) {
      page.append(line.guest().vmid())
          .append(' ')
          .append(line.guest().name())
          .append(" to ")
          .append(line.planned().move().target())
          .append('\n');
      line.command()
          .ifPresentOrElse(
              command -> append(page, line, command),
              () -> append(page, "refused", line.refusal()));
    }
  }

  private static void append(StringBuilder page, Line line, MoveCommand command) {
    append(page, "on " + command.runsOn(), command.line());
    append(page, command.way().text(), command.time().toString());
    command.along().forEach((guest, time) -> append(page, guest + " goes along", time.toString()));
    if (!line.open().isEmpty()) {
      append(page, "not told", line.open());
    }
  }

  private static void append(StringBuilder page, String head, String text) {
    page.append("  ").append(head).append(": ").append(text).append('\n');
  }

  /** A row for each move. */
  String toCsv() {
    Csv table = new Csv(
        "guest",
        "name",
        "from",
        "to",
        "way",
        "run_on",
        "command",
        "seconds",
        "time",
        "along",
        "not_told",
        "refused");
    for (Line line : lines) {
      Optional<MoveCommand> command = line.command();
      table.row(
          line.guest().vmid(),
          line.guest().name(),
          line.guest().node().orElse(""),
          line.planned().move().target(),
          command.map(MoveCommand::way).orElse(Way.NONE),
          command.map(MoveCommand::runsOn).orElse(""),
          command.map(MoveCommand::line).orElse(""),
          command
              .flatMap(MoveCommand::duration)
              .map(Duration::toSeconds)
              .map(String::valueOf)
              .orElse(""),
          command.map(MoveCommand::time).map(MoveTime::toString).orElse(""),
          command.map(MoveCommand::along).map(Map::keySet).stream()
              .flatMap(guests -> guests.stream().map(Object::toString))
              .collect(Collectors.joining(" ")),
          line.open(),
          line.refusal());
    }
    return table.toString();
  }
}
