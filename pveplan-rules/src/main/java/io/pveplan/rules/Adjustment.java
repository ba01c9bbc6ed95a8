package io.pveplan.rules;

import io.pveplan.model.Visible;
import java.util.Objects;
import java.util.Optional;

/**
 * Something the user changed in the rule book, shown in each report so that nothing is silenced
 * unseen.
 *
 * @param ruleId id of the rule
 * @param change what is different, for example {@code reports INFO instead of ERROR}
 * @param reason why, if the user was asked for a reason
 * @since 0.1
 */
public record Adjustment(String ruleId, String change, Optional<String> reason) {

  /**
   * Refuses absent parts and makes control characters in the texts visible.
   *
   * @param ruleId id of the rule
   * @param change what is different, for example {@code reports INFO instead of ERROR}
   * @param reason why, if the user was asked for a reason
   */
  public Adjustment {
    Objects.requireNonNull(ruleId, "ruleId");
    change = Visible.text(change);
    reason = reason.map(Visible::text);
  }

  /** {@code NET-003 reports INFO instead of ERROR: one cable in the lab}. */
  @Override
  public String toString() {
    return ruleId + " " + change + reason.map(why -> ": " + why).orElse("");
  }
}
