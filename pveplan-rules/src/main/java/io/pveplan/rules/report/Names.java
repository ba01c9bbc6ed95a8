package io.pveplan.rules.report;

import java.util.List;
import java.util.stream.Collectors;

/** Lists that stay readable for plans with a thousand guests. */
final class Names {

  // A reader looks at the first few and at the number; programs read the JSON form.
  private static final int SHOWN = 10;

  private Names() {}

  /** {@code node/pve1, node/pve2 and 12 more}. */
  static String some(List<?> names) {
    String shown =
        names.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
    return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
  }
}
