package io.pveplan.rules.failure.report;

import io.pveplan.rules.failure.GoalOutcome;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.Scenario;
import io.pveplan.rules.failure.Shortfall;
import io.pveplan.rules.failure.Survival;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The failures of a plan as a page for people, the weakest point first. */
final class MatrixText {

  private static final int MOST_ALIKE = 3;
  private static final int MOST_NAMES = 8;
  private static final int MOST_FACTS = 20;

  private final Matrix matrix;
  private final StringBuilder page = new StringBuilder();

  private MatrixText(Matrix matrix) {
    this.matrix = matrix;
  }

  static String of(Matrix matrix) {
    MatrixText text = new MatrixText(matrix);
    text.head();
    text.smallest();
    text.goals();
    text.beforehand();
    text.harm();
    text.rest();
    text.drains();
    text.limits();
    text.list("Facts that the plan does not tell", matrix.sweep().missingFacts());
    return text.page.toString();
  }

  /** The weakest point in a line. */
  static String weakest(Matrix matrix) {
    return matrix
        .weakest()
        .map(row -> "Weakest point: " + matrix.text().event(row.scenario()) + ": "
            + matrix.effects(row).get(0))
        .orElse("Weakest point: none; all that is computed is survived");
  }

  private void line(int indent, String text) {
    page.append(" ".repeat(indent)).append(text).append('\n');
  }

  private void title(String title) {
    page.append('\n').append(title).append('\n');
  }

  private void list(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      title(title);
      lines.stream().limit(MOST_FACTS).forEach(each -> line(2, each));
      if (lines.size() > MOST_FACTS) {
        line(2, "and " + (lines.size() - MOST_FACTS) + " more");
      }
    }
  }

  // They are of the form "racks: the rack of pve1".
  private void limits() {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (String limit : matrix.sweep().limits()) {
      int colon = limit.indexOf(": ");
      byKind
          .computeIfAbsent(colon < 0 ? limit : limit.substring(0, colon), key -> new ArrayList<>())
          .addAll(colon < 0 ? List.of() : List.of(limit.substring(colon + 2)));
    }
    List<String> lines = new ArrayList<>();
    byKind.forEach(
        (kind, facts) -> lines.add(facts.isEmpty() ? kind : kind + ": " + some(facts, MOST_ALIKE)));
    list("Not computed, or with less than it takes", lines);
  }

  private static String some(List<String> names, int most) {
    return names.stream().limit(most).collect(Collectors.joining(", "))
        + (names.size() > most ? " and " + (names.size() - most) + " more" : "");
  }

  private void head() {
    long failing = matrix.rows().stream().filter(Row::fails).count();
    line(
        0,
        "cluster " + matrix.plan().plan().name() + ": " + matrix.plan().nodes().size()
            + " nodes, " + matrix.guests().size() + " guests, "
            + matrix.guests().stream().filter(GuestRow::managed).count() + " of them under HA; "
            + failing + " failures computed");
    page.append('\n');
    line(0, weakest(matrix));
    matrix
        .weakest()
        .ifPresent(row -> matrix.effects(row).stream().skip(1).forEach(effect -> line(2, effect)));
  }

  private void smallest() {
    title("Smallest failure that");
    smallest("costs the quorum", matrix.sweep().smallestLosingQuorum().map(Survival::scenario));
    smallest("stops a guest that must run", of(row -> row.required() > 0));
    smallest("stops any guest", of(row -> row.down() > 0));
    smallest("loses what was written last", of(row -> row.survival().losesLastWrites()));
    smallest("may lose data for good", of(row -> row.survival().losesData()));
  }

  private Optional<Scenario> of(Predicate<Row> which) {
    return matrix.first(which).map(Row::scenario);
  }

  private void smallest(String what, Optional<Scenario> found) {
    line(
        2,
        what + ": "
            + found
                .map(scenario -> matrix.text().event(scenario)
                    + (scenario.independentFailures() > 1
                        ? " (" + scenario.independentFailures() + " failures)"
                        : ""))
                .orElse("none that is computed"));
  }

  private void goals() {
    if (matrix.goals().isEmpty()) {
      return;
    }
    title("Promised to survive");
    for (GoalOutcome outcome : matrix.goals()) {
      String what =
          outcome.goal().number() + " " + outcome.goal().failure().text().replace('-', ' ') + ": ";
      if (outcome.failures() == 0) {
        line(2, what + "not known, for the plan tells of none");
      } else if (outcome.kept()) {
        line(
            2,
            what + "kept in " + outcome.failures()
                + (outcome.failures() == 1 ? " failure" : " failures")
                + (outcome.complete()
                    ? ""
                    : "; not known: " + some(outcome.unknown(), MOST_ALIKE)));
      } else {
        line(2, what + "not kept");
        outcome.shortfalls().forEach(it -> shortfall(it, outcome.goal().number()));
      }
    }
  }

  private void shortfall(Shortfall shortfall, int promised) {
    line(
        4,
        shortfall.need() + " (" + shortfall.tolerated() + " of " + promised + " survived): "
            + matrix.text().event(shortfall.example().scenario()) + ": "
            + matrix.text().need(shortfall.need(), shortfall.example(), matrix.required()));
  }

  private void beforehand() {
    List<GuestFate> fates = matrix.sweep().beforehand();
    if (!fates.isEmpty()) {
      title("Before anything fails");
      fates.forEach(fate -> line(2, fate.toString()));
    }
    matrix
        .sweep()
        .ignoredRules()
        .forEach((rule, ids) ->
            line(2, "HA leaves out rule " + rule + " (" + String.join(", ", ids) + ")"));
  }

  private void harm() {
    title("What fails, and what comes of it");
    int sets = 0;
    Map<String, List<Row>> alike = new LinkedHashMap<>();
    for (Row row : matrix.rows()) {
      if (row.fails() && row.verdict() != Verdict.UNNOTICED) {
        sets += matrix.isTold(row) ? 0 : 1;
        if (matrix.isTold(row)) {
          alike
              .computeIfAbsent(
                  row.failures() + " " + row.verdict() + " " + matrix.effects(row),
                  key -> new ArrayList<>())
              .add(row);
        }
      }
    }
    alike.values().forEach(this::rows);
    if (sets > 0) {
      line(2, "and " + sets + " more sets of nodes, which stand in survival.csv");
    }
  }

  // Failures with the same outcome stand together.
  private void rows(List<Row> rows) {
    String events = rows.stream()
        .limit(MOST_ALIKE)
        .map(row -> matrix.text().event(row.scenario()))
        .collect(Collectors.joining(", or "));
    int more = rows.size() - MOST_ALIKE;
    line(
        2,
        events + (more > 0 ? ", or " + more + " more like these" : "") + ": "
            + rows.get(0).verdict());
    matrix.effects(rows.get(0)).forEach(effect -> line(4, effect));
  }

  private void rest() {
    Map<String, List<String>> byKind = new LinkedHashMap<>();
    for (Row row : matrix.rows()) {
      if (row.fails() && row.verdict() == Verdict.UNNOTICED) {
        byKind
            .computeIfAbsent(row.scenario().kind().text(), key -> new ArrayList<>())
            .add(row.scenario().name());
      }
    }
    if (!byKind.isEmpty()) {
      title("No guest notices");
      byKind.forEach((kind, names) -> line(2, kind + ": " + some(names, MOST_NAMES)));
    }
  }

  private void drains() {
    List<Row> drains = matrix.rows().stream().filter(row -> !row.fails()).toList();
    if (!drains.isEmpty()) {
      title("Maintenance");
      drains.forEach(row -> rows(List.of(row)));
    }
  }
}
