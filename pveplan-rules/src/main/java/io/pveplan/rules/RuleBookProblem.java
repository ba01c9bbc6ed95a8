package io.pveplan.rules;

import io.pveplan.model.Origin;
import io.pveplan.model.Visible;
import java.util.Objects;
import java.util.Optional;

/**
 * One reason why settings, waivers or a baseline can not be used.
 *
 * @param at the place in the text, {@code rules.NET-003.severity}, or what was written in Java
 * @param message the value and what is wrong with it, as one sentence without a final period
 * @param advice what to write instead, as a sentence
 * @param declaredAt the line of the file or of user code
 * @since 0.1
 */
public record RuleBookProblem(
    String at, String message, String advice, Optional<Origin> declaredAt) {

  /**
   * Refuses absent parts and makes control characters visible.
   *
   * @param at the place in the text
   * @param message the value and what is wrong with it
   * @param advice what to write instead
   * @param declaredAt the line of the file or of user code
   */
  public RuleBookProblem {
    at = Visible.text(at);
    message = Visible.text(message);
    advice = Visible.text(advice);
    Objects.requireNonNull(declaredAt, "declaredAt");
  }

  /** Two lines: place, sentence and line; then the advice. */
  @Override
  public String toString() {
    return at
        + ": "
        + message
        + declaredAt.map(line -> "  (" + line + ")").orElse("")
        + "\n    "
        + advice;
  }
}
