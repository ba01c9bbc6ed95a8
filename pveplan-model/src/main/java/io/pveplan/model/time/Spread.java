package io.pveplan.model.time;

import java.util.BitSet;

/**
 * How events lie in a stretch of time, all in seconds.
 *
 * @param first distance of the first event from the start
 * @param last distance of the last event from the start
 * @param longest longest distance of two neighbors; 0 if there is one event only
 */
record Spread(long first, long last, long longest) {

  static final Spread INSTANT = new Spread(0, 0, 0);

  private static final long DAY = 86_400;

  /** The same events again at each of these positions, which lie a number of seconds apart. */
  Spread repeated(BitSet positions, long seconds) {
    int lowest = positions.nextSetBit(0);
    int previous = lowest;
    int widest = 0;
    for (int p = positions.nextSetBit(lowest + 1); p >= 0; p = positions.nextSetBit(p + 1)) {
      widest = Math.max(widest, p - previous);
      previous = p;
    }
    long between = widest == 0 ? 0 : widest * seconds - last + first;
    return new Spread(
        lowest * seconds + first, previous * seconds + last, Math.max(longest, between));
  }

  /** These events on each of the days; with a cycle the first day follows the last. */
  long longestOver(DaySet days) {
    Spread all = repeated(days.days(), DAY);
    long around = days.cyclic() ? days.cycle() * DAY - all.last + all.first : 0;
    return Math.max(all.longest, around);
  }
}
