package io.pveplan.model;

import java.util.Objects;
import java.util.Optional;

/**
 * One reason why a plan can not exist.
 *
 * @param at the place in the plan
 * @param message the value and what is wrong with it, as one sentence without a final period
 * @param advice what to write instead, as a sentence
 * @param rule id of the rule that forbids it, for example {@code NODE-003}
 * @param declaredAt the line of user code, absent for a plan that was read from a file
 * @since 0.1
 */
public record PlanProblem(
    PlanPath at,
    String message,
    String advice,
    Optional<String> rule,
    Optional<Origin> declaredAt) {

  /**
   * Refuses absent parts and makes control characters visible.
   *
   * @param at the place in the plan
   * @param message the value and what is wrong with it
   * @param advice what to write instead
   * @param rule id of the rule that forbids it
   * @param declaredAt the line of user code
   */
  public PlanProblem {
    Objects.requireNonNull(at, "at");
    message = Visible.text(message);
    advice = Visible.text(advice);
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(declaredAt, "declaredAt");
  }

  /**
   * Gives a refused value its place.
   *
   * @param at the place in the plan
   * @param refused the value and why it can not exist
   * @param line the line of user code, absent for a plan that was read from a file
   * @return the problem that the value makes there
   */
  public static PlanProblem of(PlanPath at, InvalidValueException refused, Optional<Origin> line) {
    return new PlanProblem(
        at, String.valueOf(refused.getMessage()), refused.advice(), refused.rule(), line);
  }

  /** Two lines: place, sentence, rule and line of code; then the advice. */
  @Override
  public String toString() {
    return at
        + ": "
        + message
        + rule.map(id -> " [" + id + "]").orElse("")
        + declaredAt.map(line -> "  (" + line + ")").orElse("")
        + "\n    "
        + advice;
  }
}
