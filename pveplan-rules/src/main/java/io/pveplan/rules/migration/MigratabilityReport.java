package io.pveplan.rules.migration;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.CpuBaseline;
import io.pveplan.rules.internal.Csv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The matrix of guests and nodes as files: which guest can be moved to which node, and what is in
 * the way.
 *
 * <pre>{@code
 * MigratabilityReport report = MigratabilityReport.of(plan);
 * report.toText();         // for people: the matrix, planned moves, and what is in the way
 * report.toCsv();          // a row for each guest, a column for each node
 * report.blockersToCsv();  // a row for each guest and what keeps it from nodes
 * report.movesToCsv();     // a row for each move that the plan declares: its command, or its refusal
 * }</pre>
 *
 * @since 0.1
 */
public final class MigratabilityReport {

  private final String cluster;
  private final CpuBaseline baseline;
  private final Migratability matrix;
  private final List<GuestMoves> rows;
  private final PlannedMoveFiles planned;

  private MigratabilityReport(ResolvedPlan plan) {
    this.cluster = plan.plan().name();
    this.baseline = plan.cpuBaseline();
    this.matrix = Migratability.of(plan);
    this.rows = matrix.rows();
    this.planned = new PlannedMoveFiles(plan);
  }

  /**
   * The report of a plan.
   *
   * @throws io.pveplan.model.PlanDefinitionException if the plan has duplicates or references to
   *     nothing, which one from the DSL or from JSON can not have
   */
  public static MigratabilityReport of(ClusterPlan plan) {
    return of(ResolvedPlan.of(plan));
  }

  /** The report of a plan. */
  public static MigratabilityReport of(ResolvedPlan plan) {
    return new MigratabilityReport(plan);
  }

  /**
   * The matrix for people, the commands of the moves that the plan declares, what is in the way, and
   * what the plan does not tell.
   */
  public String toText() {
    StringBuilder page = new StringBuilder("Moves of guests in " + cluster + "\n");
    page.append(baseline).append('\n');
    page.append("""
        live: goes on running; restart: a container is stopped and started; offline: only while it \
        is
        stopped; no: refused, or it would not run there; ?: the plan does not tell all that matters

        """);
    List<List<String>> table = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("guest", "on"));
    head.addAll(matrix.nodes());
    table.add(head);
    rows.forEach(row -> table.add(line(row)));
    append(page, table);
    planned.appendTo(page);
    appendBlockers(page);
    appendOpen(page);
    return page.toString();
  }

  private List<String> line(GuestMoves row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.guest().vmid() + " " + row.guest().name());
    cells.add(row.from().orElse("?"));
    matrix.nodes().forEach(node -> cells.add(cell(row, node)));
    return cells;
  }

  private static String cell(GuestMoves row, String node) {
    Way way = row.way(node);
    boolean sure = way == Way.HERE || way == Way.NONE || row.certain(node);
    return sure ? way.text() : way.text() + "?";
  }

  private static void append(StringBuilder page, List<List<String>> table) {
    int columns = table.get(0).size();
    int[] widths = new int[columns];
    for (List<String> line : table) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], line.get(column).length());
      }
    }
    for (List<String> line : table) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = line.get(column);
        text.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
      }
      page.append(text.toString().stripTrailing()).append('\n');
    }
  }

  // Guests of a fleet have the same in their way.
  private void appendBlockers(StringBuilder page) {
    Map<String, List<String>> guests = new LinkedHashMap<>();
    for (GuestMoves row : rows) {
      String text = row.blockers().stream()
          .map(it -> "  " + String.join(", ", it.nodes()) + ": " + it + "\n")
          .collect(Collectors.joining());
      if (!text.isEmpty()) {
        guests
            .computeIfAbsent(text, key -> new ArrayList<>())
            .add(row.guest().vmid() + " " + row.guest().name());
      }
    }
    if (!guests.isEmpty()) {
      page.append("\nWhat is in the way\n");
      guests.forEach(
          (text, of) -> page.append(String.join(", ", of)).append('\n').append(text));
    }
  }

  private void appendOpen(StringBuilder page) {
    Set<String> facts = new LinkedHashSet<>();
    rows.forEach(row -> row.open().forEach(fact -> facts.add(fact.fact())));
    if (!facts.isEmpty()) {
      page.append("\nWhat the plan does not tell\n");
      facts.forEach(fact -> page.append("  ").append(fact).append('\n'));
    }
  }

  /** The matrix as comma-separated values; no cell becomes a formula. */
  public String toCsv() {
    List<String> head = new ArrayList<>(List.of("guest", "name", "on", "local_disks"));
    head.addAll(matrix.nodes());
    Csv table = new Csv(head.toArray(String[]::new));
    for (GuestMoves row : rows) {
      List<Object> cells = new ArrayList<>(
          List.of(row.guest().vmid(), row.guest().name(), row.from().orElse(""), row.localDisks()));
      matrix.nodes().forEach(node -> cells.add(cell(row, node)));
      table.row(cells.toArray());
    }
    return table.toString();
  }

  /** What keeps guests from nodes as comma-separated values; no cell becomes a formula. */
  public String blockersToCsv() {
    Csv table = new Csv("guest", "name", "on", "kind", "part", "what", "state", "nodes", "text");
    for (GuestMoves row : rows) {
      for (Blocker blocker : row.blockers()) {
        table.row(
            row.guest().vmid(),
            row.guest().name(),
            row.from().orElse(""),
            blocker.kind(),
            blocker.part(),
            blocker.what(),
            blocker.state(),
            String.join(" ", blocker.nodes()),
            blocker.text());
      }
    }
    return table.toString();
  }

  /**
   * The moves that the plan declares as comma-separated values, each with its command, the node to
   * run it on and its time, or with what refuses it; no cell becomes a formula.
   */
  public String movesToCsv() {
    return planned.toCsv();
  }

  /**
   * All forms by the name of their file: {@code migratability.txt} and so on; {@code
   * migratability-moves.csv} only of a plan that declares moves.
   */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("migratability.txt", toText());
    files.put("migratability.csv", toCsv());
    files.put("migratability-blockers.csv", blockersToCsv());
    if (!planned.isEmpty()) {
      files.put("migratability-moves.csv", movesToCsv());
    }
    return Collections.unmodifiableMap(files);
  }
}
