package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.text.Normalizer;

/** A string value. */
final class HclText implements HclValue {

  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = ' '; c <= '~'; c++) {
      PLAIN[c] = "\"\\$%".indexOf(c) < 0;
    }
  }

  private final String text;
  private final boolean plain;

  HclText(String text) {
    plain = isPlain(text);
    if (!plain && !Lines.isAscii(text)) {
      Lines.wellFormed(text, "string");
      if (text.indexOf('\0') >= 0) {
        throw new InvalidValueException(
            "string '" + text + "' holds U+0000", "Remove the character.");
      }
    }
    this.text = plain ? text : normalized(text);
  }

  String text() {
    return text;
  }

  /** Whether nothing of it is escaped. Of a dollar or percent sign that tells what follows it. */
  boolean isPlain() {
    return plain;
  }

  /** The form in which Terraform compares texts; ASCII is in it. */
  static String normalized(String text) {
    return Lines.isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  // Nearly all texts are.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HclText value && text.equals(value.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
