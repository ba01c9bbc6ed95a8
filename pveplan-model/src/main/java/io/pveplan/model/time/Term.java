package io.pveplan.model.time;

import java.util.BitSet;
import java.util.List;

/**
 * One item of a list in a calendar event: numbers from a first one on, in steps.
 *
 * @param first the first number
 * @param last the last number that may be met; {@link #OPEN} when the text names none
 * @param step distance of the numbers; with 0 there is only the first, as in Proxmox
 */
record Term(int first, int last, int step) {

  /** Beyond every number that a list can hold. */
  static final int OPEN = Integer.MAX_VALUE;

  static Term single(int number) {
    return new Term(number, number, 1);
  }

  boolean contains(int number) {
    return number == first
        || step > 0 && number > first && number <= last && (number - first) % step == 0;
  }

  boolean endless() {
    return last == OPEN && step > 0;
  }

  /** The numbers below a limit that a list names; an empty list, the asterisk, names all. */
  static BitSet numbers(List<Term> list, int limit) {
    BitSet numbers = new BitSet(limit);
    for (int number = 0; number < limit; number++) {
      int candidate = number;
      if (list.isEmpty() || list.stream().anyMatch(term -> term.contains(candidate))) {
        numbers.set(number);
      }
    }
    return numbers;
  }
}
