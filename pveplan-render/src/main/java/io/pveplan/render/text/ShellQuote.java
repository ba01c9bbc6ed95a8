package io.pveplan.render.text;

import java.util.regex.Pattern;

/** Quotes words for bash. */
final class ShellQuote {

  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellQuote() {}

  static String word(String value) {
    return BARE.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
