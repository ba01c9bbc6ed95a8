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
   * Writes every character that is not printable ASCII as an escape. For values whose form is ASCII
   * only: there a letter of another alphabet is the fault, and may look like none.
   *
   * <pre>{@code
   * Visible.ascii("pv\u0435");   // pv, backslash, u0435
   * }</pre>
   *
   * @param raw any text
   * @return one line of printable ASCII; a character beyond U+FFFF has become two escapes
   */
  public static String ascii(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    text(raw).chars().forEach(c -> {
      if (c < 0x80) {
        out.append((char) c);
      } else {
        out.append(String.format(Locale.ROOT, "\\u%04x", c));
      }
    });
    return out.toString();
  }

  /**
   * Writes control, format and surrogate characters as escapes.
   *
   * @param raw any text
   * @return one line; a line break has become {@code \n}
   */
  public static String text(String raw) {
    return isPrintableAscii(raw) ? raw : escaped(raw);
  }

  // Nearly every text of a plan is, and a check of a large plan asks for many of them.
  private static boolean isPrintableAscii(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) < ' ' || raw.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String raw) {
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
