package io.pveplan.model.time;

import java.util.BitSet;

/**
 * The days of a schedule within a span.
 *
 * @param days numbers of the days, from the start of the span
 * @param cycle number of days after which the same days come again, or {@link #OPEN} or {@link
 *     #ENDS}
 */
record DaySet(BitSet days, int cycle) {

  /** The days go on after the span without a cycle. */
  static final int OPEN = 0;

  /** No day comes after the last one. */
  static final int ENDS = -1;

  boolean isEmpty() {
    return days.isEmpty();
  }

  /** Whether a last day is known, after which nothing follows. */
  boolean ends() {
    return cycle == ENDS || cycle == OPEN && days.cardinality() == 1;
  }

  boolean cyclic() {
    return cycle > 0;
  }
}
