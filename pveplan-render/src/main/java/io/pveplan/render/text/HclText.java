package io.pveplan.render.text;

import io.pveplan.model.InvalidValueException;
import java.text.Normalizer;

/** A string value. */
record HclText(String text) implements HclValue {

  HclText {
    Lines.wellFormed(text, "string");
    if (text.indexOf('\0') >= 0) {
      throw new InvalidValueException(
          "string '" + text + "' holds U+0000", "Remove the character.");
    }
    text = Normalizer.normalize(text, Normalizer.Form.NFC);
  }
}
