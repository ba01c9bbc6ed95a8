package io.pveplan.render.automation;

import java.util.Locale;

/**
 * Names of the plan as Terraform identifiers: letters, digits and dashes stay, everything else is
 * spelled out behind an underscore, so that no two names become one.
 */
final class Identifiers {

  private Identifiers() {}

  static String of(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (isPlain(c)) {
        text.append(c);
      } else {
        text.append(spelled(c));
      }
    }
    boolean start = isLetter(text.charAt(0)) || text.charAt(0) == '_';
    return start ? text.toString() : "_n" + text;
  }

  /** One that is the name of a variable in a shell, too, which has no dashes. */
  static String ofVariable(String name) {
    return of(name).replace("-", "_m");
  }

  private static String spelled(char c) {
    return switch (c) {
      case '_' -> "__";
      case '.' -> "_d";
      case ':' -> "_c";
      case '/' -> "_s";
      default -> String.format(Locale.ROOT, "_x%04x", (int) c);
    };
  }

  private static boolean isPlain(char c) {
    return isLetter(c) || c >= '0' && c <= '9' || c == '-';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
