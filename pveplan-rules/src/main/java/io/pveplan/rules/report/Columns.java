package io.pveplan.rules.report;

import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a character takes, near enough to break lines. */
final class Columns {

  private Columns() {}

  static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  // Unicode Standard Annex 11: the scripts written in full width, full-width forms and emoji.
  private static boolean isWide(int codePoint) {
    if (codePoint < 0x1100) {
      return false;
    }
    UnicodeScript script = UnicodeScript.of(codePoint);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL
        || codePoint >= 0x3000 && codePoint <= 0x303e
        || codePoint >= 0xff01 && codePoint <= 0xff60
        || codePoint >= 0x1f300 && codePoint <= 0x1faff;
  }
}
