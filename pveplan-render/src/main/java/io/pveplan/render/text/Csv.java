package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as comma-separated values (RFC 4180, with {@code \n} at the end of lines), for people with
 * a spreadsheet and for programs.
 *
 * <p>No cell can become a formula: where one begins with {@code =}, {@code +}, {@code -} or {@code
 * @}, an apostrophe goes before it, which spreadsheets take for "this is text". So it does behind a
 * semicolon, at which some of them split cells as well.
 *
 * <pre>{@code
 * Csv.columns("address", "comment").row("10.20.0.11", "door, left").text();
 * // address,comment
 * // 10.20.0.11,"door, left"
 * Csv.columns("comment").row("=1+1").text();  // '=1+1
 * Csv.columns("comment").row("two\nlines");   // refused: a cell is one line
 * }</pre>
 *
 * @since 0.1
 */
public final class Csv {

  // Also in full width, as Japanese input has it; OWASP, "CSV Injection".
  private static final Pattern FORMULA = Pattern.compile("(^|;)(\\h*)(?=[=+\\-@＝＋－＠])");

  private final List<List<String>> rows;

  private Csv(List<List<String>> rows) {
    this.rows = rows;
  }

  /**
   * A table without rows.
   *
   * @param names names of the columns, at least one
   * @throws InvalidValueException if a name is not one line
   */
  public static Csv columns(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("a table without columns");
    }
    return new Csv(List.of(checked(List.of(names))));
  }

  /**
   * The same with a row.
   *
   * @param cells one for each column, empty where there is nothing to say
   * @throws InvalidValueException if a cell is not one line
   */
  public Csv row(String... cells) {
    return rows(List.of(List.of(cells)));
  }

  /**
   * The same with rows.
   *
   * @param more rows with one cell for each column
   * @throws InvalidValueException if a cell is not one line
   */
  public Csv rows(List<List<String>> more) {
    List<List<String>> all = new ArrayList<>(rows);
    for (List<String> row : more) {
      if (row.size() != rows.get(0).size()) {
        throw new IllegalArgumentException(
            "a row of " + row.size() + " cells in a table of " + rows.get(0).size());
      }
      all.add(checked(row));
    }
    return new Csv(List.copyOf(all));
  }

  /** Whether there are no rows. */
  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** The table as text, with a final newline. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      text.append(String.join(",", row.stream().map(Csv::cell).toList())).append('\n');
    }
    return text.toString();
  }

  private static List<String> checked(List<String> cells) {
    cells.forEach(cell -> Lines.single(cell, "cell"));
    return List.copyOf(cells);
  }

  private static String cell(String value) {
    String harmless = FORMULA.matcher(value).replaceAll("$1$2'");
    boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == ';')
        || harmless.startsWith(" ")
        || harmless.endsWith(" ");
    return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}
