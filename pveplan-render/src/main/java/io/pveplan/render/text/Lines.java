package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What holds for text in every syntax here: one line stays one line, and has a UTF-8 form. */
final class Lines {

  private Lines() {}

  /** Refuses line breaks and other control characters. */
  static String single(String value, String what) {
    int refused = value.codePoints().filter(Lines::breaksOut).findFirst().orElse(-1);
    if (refused >= 0) {
      throw new InvalidValueException(
          String.format(Locale.ROOT, "%s '%s' holds the character U+%04X", what, value, refused),
          "Write it as one line without control characters.");
    }
    return value;
  }

  /** Refuses what a format of "key, blank, value" lines can not hold. */
  static String trimmed(String value, String what) {
    single(value, what);
    if (value.isEmpty()
        || isBlank(value.codePointAt(0))
        || isBlank(value.codePointBefore(value.length()))) {
      throw new InvalidValueException(
          what + " '" + value + "' is empty or has blanks around it", "Give it a value without.");
    }
    return value;
  }

  /** Whether some reader takes it for a blank. */
  static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Refuses halves of surrogate pairs, which have no UTF-8 form. */
  static String wellFormed(String value, String what) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new InvalidValueException(
          what + " '" + value + "' holds half of a surrogate pair", "Remove the broken character.");
    }
    return value;
  }

  /** Makes any text fit for a comment or a message: visible, and without superfluous blanks. */
  static String comment(String text) {
    String stripped = visible(text).strip();
    return stripped.contains("  ") ? stripped.replaceAll(" {2,}", " ") : stripped;
  }

  /** Makes any text one line: whatever breaks out of it, or does not show in it, is a blank. */
  static String visible(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.appendCodePoint(breaksOut(c) || hidden(c) ? ' ' : c));
    return line.toString();
  }

  /** Whether nothing but the visible characters of ASCII, and blanks, is in it. */
  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static boolean breaksOut(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  // Marks that change the direction of text make a line read otherwise than a program reads it.
  private static boolean hidden(int c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
