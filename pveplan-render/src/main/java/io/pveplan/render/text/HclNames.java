package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.Set;

/** What Terraform's language takes for a name. */
final class HclNames {

  // The language allows letters of all scripts; these are enough and look the same everywhere.
  private static final Set<String> KEYWORDS = Set.of("for", "if", "null", "true", "false");

  // Each attribute of each block asks.
  private static final boolean[] INSIDE = new boolean[128];

  static {
    for (char c = 0; c < INSIDE.length; c++) {
      INSIDE[c] = isLetter(c) || c >= '0' && c <= '9' || c == '-';
    }
  }

  // Nearly all names are constants of a renderer, which come once for each guest.
  private static final SeenTexts IDENTIFIERS = new SeenTexts();
  private static final SeenTexts BARE_KEYS = new SeenTexts();

  private HclNames() {}

  static String identifier(String name) {
    if (IDENTIFIERS.has(name)) {
      return name;
    }
    if (!isIdentifier(name)) {
      throw new InvalidValueException(
          "'" + name + "' is no Terraform identifier",
          "Use a letter or '_', then letters, digits, '_' and '-'.");
    }
    IDENTIFIERS.add(name);
    return name;
  }

  static boolean isIdentifier(String name) {
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= INSIDE.length || !INSIDE[c]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  /** Whether an object key may stand without quotes. */
  static boolean isBareKey(String key) {
    if (BARE_KEYS.has(key)) {
      return true;
    }
    boolean bare = isIdentifier(key) && !KEYWORDS.contains(key);
    if (bare) {
      BARE_KEYS.add(key);
    }
    return bare;
  }
}
