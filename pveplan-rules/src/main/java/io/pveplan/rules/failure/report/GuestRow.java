package io.pveplan.rules.failure.report;

import io.pveplan.model.guest.Guest;
import io.pveplan.rules.failure.GuestFate;
import java.util.List;
import java.util.Optional;

/**
 * A guest and the failures that touch it.
 *
 * @param guest the guest
 * @param managed whether HA manages it
 * @param touches the failures of one thing that touch it, the worst first
 * @param smallest the smallest failure that it does not survive; empty if there is none
 */
record GuestRow(Guest guest, boolean managed, List<Touch> touches, Optional<Row> smallest) {

  /** One of these failures, and what becomes of the guest in it. */
  record Touch(Row row, GuestFate fate) {}

  /** Number of failures of one thing that it does not survive. */
  long stopped() {
    return touches.stream()
        .filter(it -> it.row().fails() && !it.fate().fate().survives())
        .count();
  }
}
