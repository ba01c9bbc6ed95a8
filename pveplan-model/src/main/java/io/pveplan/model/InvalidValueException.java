package io.pveplan.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A single value that can not exist: {@code 10.20.0.1/24} as a subnet, 4095 as a VLAN tag.
 *
 * <p>While a plan is written or read these are collected and end, all together, in one {@link
 * PlanDefinitionException}. Outside of that a value type throws it at once.
 *
 * @since 0.1
 */
public final class InvalidValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String advice;
  private final String rule;

  /**
   * @param message the value and what is wrong with it, as one sentence without a final period
   * @param advice what to write instead, as a sentence
   */
  public InvalidValueException(String message, String advice) {
    this(message, advice, "");
  }

  /**
   * @param message the value and what is wrong with it, as one sentence without a final period
   * @param advice what to write instead, as a sentence
   * @param rule id of the rule that forbids it, for example {@code NODE-001}; empty when there is
   *     none
   */
  public InvalidValueException(String message, String advice, String rule) {
    super(Visible.text(message));
    this.advice = Visible.text(Objects.requireNonNull(advice, "advice"));
    this.rule = Objects.requireNonNull(rule, "rule");
  }

  /** What to write instead. */
  public String advice() {
    return advice;
  }

  /** Id of the rule that forbids the value, if it has one. */
  public Optional<String> rule() {
    return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
  }
}
