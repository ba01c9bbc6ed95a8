package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.util.Set;
import java.util.regex.Pattern;

/** What Terraform's language takes for a name. */
final class HclNames {

  // The language allows letters of all scripts; these are enough and look the same everywhere.
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
  private static final Set<String> KEYWORDS = Set.of("for", "if", "null", "true", "false");

  private HclNames() {}

  static String identifier(String name) {
    if (!isIdentifier(name)) {
      throw new InvalidValueException(
          "'" + name + "' is no Terraform identifier",
          "Use a letter or '_', then letters, digits, '_' and '-'.");
    }
    return name;
  }

  static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  /** Whether an object key may stand without quotes. */
  static boolean isBareKey(String key) {
    return isIdentifier(key) && !KEYWORDS.contains(key);
  }
}
