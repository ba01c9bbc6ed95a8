package io.pveplan.rules.report;

import io.pveplan.model.Visible;
import io.pveplan.rules.Finding;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding that its user has accepted: it is shown in every report and counts in none.
 *
 * @param finding what was found
 * @param by what accepts it, one word: {@code waiver} or {@code baseline}
 * @param reason why it is accepted, with owner and date where there are any
 */
record SuppressedFinding(Finding finding, String by, Optional<String> reason) {

  SuppressedFinding {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(by, "by");
    reason = reason.map(Visible::text);
  }

  /** {@code waiver: the lab has one switch}. */
  String how() {
    return by + reason.map(why -> ": " + why).orElse("");
  }
}
