package io.pveplan.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A single value that can not exist: {@code 10.20.0.1/24} as a subnet, 4095 as a VLAN tag.
 *
 * <p>While a plan is written or read these are collected and end, all together, in one {@link
 * PlanDefinitionException}. Outside of that a value type throws it at once.
 *
 * <p>An object with several faults, such as a guest with a bad name and a bad tag, is refused with
 * all of them: see {@link #all()}.
 *
 * @since 0.1
 */
public final class InvalidValueException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** What to write instead. */
  private final String advice;

  /** Id of the rule, empty when there is none. */
  private final String rule;

  /** Field of the object that was refused, empty for the object as a whole. */
  private final String field;

  /** The single faults, empty when this is one. */
  private final transient List<InvalidValueException> parts;

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
    this(message, advice, rule, "", List.of());
  }

  private InvalidValueException(
      String message, String advice, String rule, String field, List<InvalidValueException> parts) {
    super(Visible.text(message));
    this.advice = Visible.text(Objects.requireNonNull(advice, "advice"));
    this.rule = Objects.requireNonNull(rule, "rule");
    this.field = field;
    this.parts = parts;
  }

  /**
   * Refuses an object for several reasons at once.
   *
   * @param faults the reasons, at least one
   * @return the only reason itself, or one refusal with all of them
   */
  public static InvalidValueException of(List<InvalidValueException> faults) {
    List<InvalidValueException> parts =
        faults.stream().flatMap(fault -> fault.all().stream()).toList();
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return new InvalidValueException(
        parts.stream().map(Throwable::getMessage).collect(Collectors.joining("; ")),
        parts.stream().map(InvalidValueException::advice).collect(Collectors.joining(" ")),
        "",
        "",
        parts);
  }

  /**
   * Names the field of an object that holds the value.
   *
   * @param name name of the field as the written form of a plan has it
   * @return the same refusal, with the field
   */
  public InvalidValueException in(String name) {
    InvalidValueException named = new InvalidValueException(
        String.valueOf(getMessage()),
        advice,
        rule,
        name,
        parts().stream().map(part -> part.in(name)).toList());
    named.setStackTrace(getStackTrace());
    return named;
  }

  /** {@return the single faults: this one, or those of an object that has several} */
  public List<InvalidValueException> all() {
    return parts().isEmpty() ? List.of(this) : parts();
  }

  // Exceptions are serializable; their parts do not come along.
  private List<InvalidValueException> parts() {
    return parts == null ? List.of() : parts;
  }

  /** {@return the field of the object that holds the value, if it is known} */
  public Optional<String> field() {
    return field.isEmpty() ? Optional.empty() : Optional.of(field);
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
