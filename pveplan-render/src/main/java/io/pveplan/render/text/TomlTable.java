package io.pveplan.render.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of TOML 1.0: keys with values first, then tables below it.
 *
 * <pre>{@code
 * TomlTable.empty()
 *     .set("filesystem", "zfs")
 *     .table("zfs", TomlTable.empty().set("raid", "raid1").set("hdsize", 80.5))
 *     .text();
 *     // filesystem = "zfs"
 *     //
 *     // [zfs]
 *     // raid = "raid1"
 *     // hdsize = 80.5
 * TomlTable.empty().set("a", 1).set("a", 2);  // refused: TOML allows a key once
 * }</pre>
 *
 * <p>Keys and strings may be any text that has a UTF-8 form: they are quoted and escaped where TOML
 * needs it.
 *
 * @since 0.1
 */
public final class TomlTable {

  private static final TomlTable EMPTY = new TomlTable(List.of(), Map.of(), Map.of());

  private final List<String> comments;
  private final Map<String, String> values;
  private final Map<String, TomlTable> tables;

  private TomlTable(
      List<String> comments, Map<String, String> values, Map<String, TomlTable> tables) {
    this.comments = comments;
    this.values = values;
    this.tables = tables;
  }

  /** A table without keys. */
  public static TomlTable empty() {
    return EMPTY;
  }

  /**
   * The same with comment lines on top, instead of those it has.
   *
   * @param lines any texts; each ends up on one line
   */
  public TomlTable comments(String... lines) {
    return new TomlTable(List.of(lines), values, tables);
  }

  /**
   * The same with a string.
   *
   * @param key any text
   * @param value any text
   * @throws IllegalArgumentException if the key is there already
   */
  public TomlTable set(String key, String value) {
    return with(key, TomlText.quoted(value));
  }

  /**
   * The same with a whole number.
   *
   * @param key any text
   * @param value the number
   * @throws IllegalArgumentException if the key is there already
   */
  public TomlTable set(String key, long value) {
    return with(key, Long.toString(value));
  }

  /**
   * The same with a number with a fraction.
   *
   * @param key any text
   * @param value the number, finite
   * @throws IllegalArgumentException if the key is there already, or the number is not finite
   */
  public TomlTable set(String key, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(key + " is no finite number: " + value);
    }
    // What Java writes with an exponent, 1.0E10, is TOML too.
    return with(key, Double.toString(value));
  }

  /**
   * The same with true or false.
   *
   * @param key any text
   * @param value the value
   * @throws IllegalArgumentException if the key is there already
   */
  public TomlTable set(String key, boolean value) {
    return with(key, Boolean.toString(value));
  }

  /**
   * The same with a list of strings.
   *
   * @param key any text
   * @param texts any texts
   * @throws IllegalArgumentException if the key is there already
   */
  public TomlTable set(String key, List<String> texts) {
    return with(
        key, "[" + String.join(", ", texts.stream().map(TomlText::quoted).toList()) + "]");
  }

  /**
   * The same with a table below it.
   *
   * @param key any text
   * @param table the table
   * @throws IllegalArgumentException if the key is there already
   */
  public TomlTable table(String key, TomlTable table) {
    refuseTwice(key);
    Map<String, TomlTable> all = new LinkedHashMap<>(tables);
    all.put(key, table);
    return new TomlTable(comments, values, Collections.unmodifiableMap(all));
  }

  /** Whether it has neither values nor tables. */
  public boolean isEmpty() {
    return values.isEmpty() && tables.isEmpty();
  }

  /** The table as a document, with a final newline if there is anything in it. */
  public String text() {
    StringBuilder out = new StringBuilder();
    write("", out);
    return out.toString();
  }

  private void write(String path, StringBuilder out) {
    comments.forEach(line -> out.append("# ").append(Lines.comment(line)).append('\n'));
    values.forEach((key, value) ->
        out.append(TomlText.key(key)).append(" = ").append(value).append('\n'));
    tables.forEach((key, table) -> {
      String below = path.isEmpty() ? TomlText.key(key) : path + "." + TomlText.key(key);
      if (!out.isEmpty()) {
        out.append('\n');
      }
      out.append('[').append(below).append("]\n");
      table.write(below, out);
    });
  }

  private TomlTable with(String key, String value) {
    refuseTwice(key);
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(key, value);
    return new TomlTable(comments, Collections.unmodifiableMap(all), tables);
  }

  private void refuseTwice(String key) {
    if (values.containsKey(key) || tables.containsKey(key)) {
      throw new IllegalArgumentException("the key " + key + " is there already");
    }
  }
}
