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

  boolean endless() {
    return last == OPEN && step > 0;
  }

  /** The numbers below a limit that a list names; an empty list, the asterisk, names all. */
  static BitSet numbers(List<Term> list, int limit) {
    BitSet numbers = new BitSet(limit);
    if (list.isEmpty()) {
      numbers.set(0, limit);
    }
    list.forEach(term -> term.mark(numbers, limit));
    return numbers;
  }

  private void mark(BitSet numbers, int limit) {
    if (first < limit) {
      numbers.set(first);
    }
    for (int number = first + step; step > 0 && number <= last && number < limit; number += step) {
      numbers.set(number);
    }
  }
}
