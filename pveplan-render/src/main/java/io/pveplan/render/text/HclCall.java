package io.pveplan.render.text;

import java.util.List;

/** A function call. */
record HclCall(String function, List<HclValue> arguments) implements HclValue {

  HclCall {
    arguments = List.copyOf(arguments);
  }
}
