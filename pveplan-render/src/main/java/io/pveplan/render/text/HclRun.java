package io.pveplan.render.text;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lines {@code name = value} that follow each other, but for their values: the equals signs stand in
 * one column.
 */
final class HclRun {

  static final HclRun NONE = new HclRun(List.of(), "", false);

  private final String indent;
  private final boolean entries;
  private final String[] names;
  private final byte[][] starts;

  /**
   * The lines with these names.
   *
   * @param entries whether they are entries of an object, of which a name may be any text
   * @throws io.pveplan.model.InvalidValueException if the name of an attribute is no identifier
   * @throws IllegalArgumentException if a name is there twice
   */
  HclRun(List<String> names, String indent, boolean entries) {
    this.indent = indent;
    this.entries = entries;
    this.names = names.toArray(String[]::new);
    this.starts = new byte[this.names.length][];
    String[] keys = new String[starts.length];
    Set<String> seen = new HashSet<>();
    int width = 0;
    for (int i = 0; i < keys.length; i++) {
      keys[i] = text(this.names[i], entries);
      width = Math.max(width, keys[i].length());
      claim(keys[i], seen);
    }
    for (int i = 0; i < keys.length; i++) {
      String blanks = " ".repeat(width - keys[i].length());
      starts[i] = (indent + keys[i] + blanks + " = ").getBytes(StandardCharsets.UTF_8);
    }
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
    return names.length > 0
        && names[0] == name
        && ofObject == entries
        && otherIndent.equals(indent);
  }

  int size() {
    return names.length;
  }

  String name(int number) {
    return names[number];
  }

  /** What comes before a value. */
  byte[] start(int number) {
    return starts[number];
  }
}
