package io.pveplan.rules.report;

import io.pveplan.rules.Finding;
import io.pveplan.rules.waiver.WaivedFinding;
import io.pveplan.rules.waiver.Waiver;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding that its user has accepted: it is shown in every report and counts in none.
 *
 * @param finding what was found
 * @param waiver why it is accepted; absent if a baseline knows it
 */
record SuppressedFinding(Finding finding, Optional<Waiver> waiver) {

  SuppressedFinding {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(waiver, "waiver");
  }

  static SuppressedFinding of(WaivedFinding waived) {
    return new SuppressedFinding(waived.finding(), Optional.of(waived.waiver()));
  }

  static SuppressedFinding known(Finding finding) {
    return new SuppressedFinding(finding, Optional.empty());
  }

  /** What accepts it, in a word. */
  String by() {
    return waiver.isPresent() ? "waiver" : "baseline";
  }

  /** Why it is accepted, with owner and last day. */
  Optional<String> reason() {
    return waiver.map(Waiver::toString);
  }

  /** {@code waiver: the lab has one switch (net-team, until 2026-12-31)}. */
  String how() {
    return by() + reason().map(why -> ": " + why).orElse("");
  }
}
