package io.pveplan.rules;

import java.util.Formattable;
import java.util.Locale;

/**
 * Writes a format with its arguments as {@link String#format} does. Almost all messages have
 * nothing but {@code %s} and {@code %d}, and a check may make one for each guest: these are written
 * without a Formatter.
 */
final class MessageText {

  private MessageText() {}

  /**
   * The text.
   *
   * @throws java.util.IllegalFormatException if the format does not fit the arguments
   */
  static String of(String format, Object... args) {
    StringBuilder out = new StringBuilder(format.length() + 32);
    int from = 0;
    int next = 0;
    for (int percent = format.indexOf('%'); percent >= 0; percent = format.indexOf('%', from)) {
      out.append(format, from, percent);
      from = percent + 2;
      if (format.startsWith("%%", percent)) {
        out.append('%');
      } else if (next < args.length && isPlain(format, percent, args[next])) {
        out.append(args[next++]);
      } else {
        return String.format(Locale.ROOT, format, args);
      }
    }
    return out.append(format, from, format.length()).toString();
  }

  private static boolean isPlain(String format, int percent, Object arg) {
    return format.startsWith("%s", percent) && !(arg instanceof Formattable)
        || format.startsWith("%d", percent) && (arg instanceof Integer || arg instanceof Long);
  }
}
