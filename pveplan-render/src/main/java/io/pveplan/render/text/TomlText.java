package io.pveplan.render.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Knows the quotes and escapes of TOML 1.0. */
final class TomlText {

  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

  private TomlText() {}

  static String key(String key) {
    return BARE.matcher(key).matches() ? key : quoted(key);
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    Lines.wellFormed(text, "text").codePoints().forEach(c -> {
      if (c == '"' || c == '\\') {
        out.append('\\').appendCodePoint(c);
      } else if (c < 0x20 || c == 0x7f) {
        out.append(String.format(Locale.ROOT, "\\u%04X", c));
      } else {
        out.appendCodePoint(c);
      }
    });
    return out.append('"').toString();
  }
}
