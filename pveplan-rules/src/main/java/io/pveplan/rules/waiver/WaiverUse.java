package io.pveplan.rules.waiver;

import io.pveplan.rules.Finding;
import java.util.List;

/**
 * What a waiver was good for in a check.
 *
 * @param waiver the waiver
 * @param daysLeft days until its last day; negative if that is over
 * @param matched the findings its key is for, of all rules that ran
 * @param waived those of them that it waives; the others are waived by a longer key, or it is expired
 * @param open those of them that nothing waives
 * @param undecided whether a subject its key is for can not be judged today
 * @param rules what became of the rules its key is for
 */
record WaiverUse(
    Waiver waiver,
    long daysLeft,
    List<Finding> matched,
    List<Finding> waived,
    List<Finding> open,
    boolean undecided,
    Rules rules) {

  enum Rules {
    /** At least one of them ran. */
    RAN,
    /** They are in the rule book and switched off. */
    OFF,
    /** There are none. */
    UNKNOWN
  }

  boolean isExpired() {
    return daysLeft < 0;
  }
}
