package io.pveplan.render.text;

import java.util.List;

/**
 * A list value.
 *
 * @param values its elements
 * @param plainLength how long it is on one line where nothing of it is escaped; -1 of any other
 */
record HclList(List<HclValue> values, int plainLength) implements HclValue {

  HclList(List<? extends HclValue> values) {
    this(List.copyOf(values), plainLength(values));
  }

  private static int plainLength(List<? extends HclValue> values) {
    int length = Math.max("[]".length(), ", ".length() * values.size());
    for (HclValue value : values) {
      if (!(value instanceof HclText text && text.isPlain())) {
        return -1;
      }
      length += text.text().length() + "\"\"".length();
    }
    return length;
  }
}
