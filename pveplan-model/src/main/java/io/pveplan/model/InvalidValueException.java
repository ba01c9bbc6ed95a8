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

  /** What to write instead. */
  private final String advice;

  /** Id of the rule, empty when there is none. */
  private final String rule;

  /**
   * Refuses a value that no rule of the catalog names.
   *
   * @param message the value and what is wrong with it, as one sentence without a final period
   * @param advice what to write instead, as a sentence
   */
  public InvalidValueException(String message, String advice) {
    this(message, advice, "");
  }

  /**
   * Refuses a value that a rule forbids.
   *
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

  /** {@return what to write instead, as a sentence} */
  public String advice() {
    return advice;
  }

  /** {@return id of the rule that forbids the value, if it has one} */
  public Optional<String> rule() {
    return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
  }
}
