package io.pveplan.rules.failure.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values (RFC 4180, with {@code \n} at the end of lines). No cell can
 * become a formula in a spreadsheet: an apostrophe goes before what would begin one.
 */
final class Csv {

  // Also behind a semicolon, at which some spreadsheets split; OWASP, "CSV Injection".
  private static final Pattern FORMULA = Pattern.compile("(^|;)(\\h*)(?=[=+\\-@＝＋－＠])");
  private static final Pattern BREAKS = Pattern.compile("\\R|[\\p{Cc}&&[^\\t]]");

  private final int columns;
  private final StringBuilder text = new StringBuilder();

  Csv(String... columns) {
    this.columns = columns.length;
    add(List.of((Object[]) columns));
  }

  /** Adds a row of as many cells as there are columns. */
  void row(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(
          "a row of " + cells.length + " cells in a table of " + columns);
    }
    add(List.of(cells));
  }

  private void add(List<Object> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append('\n');
  }

  private static String cell(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    String line = BREAKS.matcher(value.toString()).replaceAll(" ");
    String safe = FORMULA.matcher(line).replaceAll("$1$2'");
    boolean quoted = safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0 || !safe.equals(safe.strip());
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
