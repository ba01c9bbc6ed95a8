package io.pveplan.render.text;

import java.util.List;

/** A list value. */
record HclList(List<HclValue> values) implements HclValue {

  HclList {
    values = List.copyOf(values);
  }
}
