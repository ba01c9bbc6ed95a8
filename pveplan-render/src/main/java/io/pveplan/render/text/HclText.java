package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.text.Normalizer;

/** A string value. */
record HclText(String text) implements HclValue {

  HclText {
    if (!isPlain(text)) {
      Lines.wellFormed(text, "string");
      if (text.indexOf('\0') >= 0) {
        throw new InvalidValueException(
            "string '" + text + "' holds U+0000", "Remove the character.");
      }
      text = Normalizer.normalize(text, Normalizer.Form.NFC);
    }
  }

  // What nearly all texts are: they are in the normal form, and nothing in them is refused.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
