package io.pveplan.render.text;

import java.util.regex.Pattern;

/** Quotes words for bash. */
final class ShellQuote {

  // An equals sign in front reads like an assignment gone wrong.
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_@%+:,./-][A-Za-z0-9_@%+=:,./-]*");

  // What shellcheck takes for a slip inside single quotes, though it is meant literally.
  private static final Pattern SUSPICIOUS = Pattern.compile("[$`\\\\\u2018\u2019\u201c\u201d]");

  private ShellQuote() {}

  static boolean looksLikeSlip(String value) {
    return SUSPICIOUS.matcher(value).find();
  }

  static String word(String value) {
    // Quoted together with what follows, a tilde in front looks meant to expand.
    if (value.startsWith("~")) {
      return "\\~" + (value.length() == 1 ? "" : word(value.substring(1)));
    }
    return BARE.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
  }
}
