package io.pveplan.model;

import java.util.Locale;

/**
 * Makes text safe to print: a name with a line break must not look like two lines of a report.
 *
 * @since 0.1
 */
public final class Visible {

  private Visible() {}

  /**
   * Writes control, format and surrogate characters as escapes.
   *
   * @param raw any text
   * @return one line; a line break has become {@code \n}
   */
  public static String text(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    raw.codePoints().forEach(c -> {
      if (c == '\n') {
        out.append("\\n");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (Character.isISOControl(c)
          || Character.getType(c) == Character.FORMAT
          || Character.getType(c) == Character.LINE_SEPARATOR
          || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
          || Character.getType(c) == Character.SURROGATE) {
        out.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        out.appendCodePoint(c);
      }
    });
    return out.toString();
  }
}
