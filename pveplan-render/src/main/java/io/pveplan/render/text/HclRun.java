package io.pveplan.render.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines {@code name = value} that follow each other, but for their values: the equals signs stand in
 * one column.
 */
final class HclRun {

  static final HclRun NONE = new HclRun(HclRuns.NONE, List.of(), "", false);

  /**
   * One of the lines. Many guests have the same value there: it is kept as it was written, unless
   * nearly each has another one.
   */
  static final class Line {
    private static final byte[] NOTHING = {};
    private static final int PATIENCE = 8;

    private final String name;
    private final byte[] start;
    private Object value = "";
    private byte[] whole = NOTHING;
    private int changes;

    Line(String name, byte[] start) {
      this.name = name;
      this.start = start;
    }

    /** Name of the attribute or entry. */
    String name() {
      return name;
    }

    /** What comes before a value. */
    byte[] start() {
      return start;
    }

    void write(Utf8Text out, HclLine values, Object written) {
      if (changes > PATIENCE) {
        values.line(start, written);
      } else if (!isSame(written)) {
        value = written;
        whole = NOTHING;
        changes++;
        values.line(start, written);
      } else if (whole.length > 0) {
        out.append(whole);
      } else {
        int at = out.length();
        values.line(start, written);
        whole = out.from(at);
        changes = 0;
      }
    }

    private boolean isSame(Object other) {
      return value == other
          || value instanceof HclNumber left
              && other instanceof HclNumber right
              && left.number() == right.number();
    }
  }

  private final int number;
  private final String indent;
  private final boolean entries;
  private final Line[] lines;

  /**
   * The lines with these names.
   *
   * @param number which run of a file it is
   * @param entries whether they are entries of an object, of which a name may be any text
   * @throws io.pveplan.model.InvalidValueException if the name of an attribute is no identifier
   * @throws IllegalArgumentException if a name is there twice
   */
  HclRun(int number, List<String> names, String indent, boolean entries) {
    this.number = number;
    this.indent = indent;
    this.entries = entries;
    this.lines = new Line[names.size()];
    String[] keys = new String[lines.length];
    Set<String> seen = new HashSet<>(2 * keys.length);
    int width = 0;
    for (int i = 0; i < keys.length; i++) {
      keys[i] = text(names.get(i), entries);
      width = Math.max(width, keys[i].length());
      claim(keys[i], seen);
    }
    for (int i = 0; i < keys.length; i++) {
      lines[i] = new Line(names.get(i), start(indent, keys[i], width));
    }
  }

  @SuppressWarnings("deprecation") // It takes the low halves of characters, which are ASCII here.
  private static byte[] start(String indent, String key, int width) {
    byte[] start = new byte[indent.length() + width + " = ".length()];
    Arrays.fill(start, (byte) ' ');
    key.getBytes(0, key.length(), start, indent.length());
    start[start.length - 2] = '=';
    return start;
  }

  /** A name as it is written. */
  static String text(String name, boolean entry) {
    return entry ? HclLine.key(name) : HclNames.identifier(name);
  }

  /** Refuses a name that is there already. */
  static void claim(String name, Set<String> seen) {
    if (!seen.add(name)) {
      throw new IllegalArgumentException(name + " twice in one block or object");
    }
  }

  /** Whether it begins with a name. */
  @SuppressWarnings("StringEquality") // Names are constants of a renderer.
  boolean begins(String name, String otherIndent, boolean ofObject) {
    return lines.length > 0
        && lines[0].name() == name
        && ofObject == entries
        && otherIndent.equals(indent);
  }

  int number() {
    return number;
  }

  List<String> names() {
    return Arrays.stream(lines).map(Line::name).toList();
  }

  int size() {
    return lines.length;
  }

  Line line(int number) {
    return lines[number];
  }
}
