package io.pveplan.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A number or choice in a rule that a user may change, with its default and where that comes from.
 *
 * <p>It is a constant of the rule class, listed by {@link Rule#parameters()} and read with {@link
 * Findings#parameter(RuleParameter)}:
 *
 * <pre>{@code
 * static final RuleParameter<Integer> FEWEST_OSDS =
 *     RuleParameter.wholeNumber("fewestOsds", 4, "OSDs a node should have", "own judgement")
 *         .must(osds -> osds >= 1, "be at least 1");
 * }</pre>
 *
 * <p>A user changes it with {@code RuleBook.standard().set(FEWEST_OSDS, 3)} or, as text, {@code
 * .set("ACME-003.fewestOsds", "3")}; {@code "0"} and {@code "three"} are refused.
 *
 * @param <T> type of the value, immutable
 * @since 0.1
 */
public final class RuleParameter<T> {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

  private final String name;
  private final T defaultValue;
  private final String description;
  private final String source;
  private final String form;
  private final Function<String, ? extends T> reader;
  private final Function<? super T, String> writer;
  private final Predicate<? super T> condition;
  private final String demand;

  private RuleParameter(
      String name,
      T defaultValue,
      String description,
      String source,
      String form,
      Function<String, ? extends T> reader,
      Function<? super T, String> writer,
      Predicate<? super T> condition,
      String demand) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "parameter name \"" + name + "\" is not letters and digits, starting with a small one");
    }
    this.name = name;
    this.defaultValue = Objects.requireNonNull(defaultValue, "defaultValue");
    this.description = filled(name, "description", description);
    this.source = filled(name, "source", source);
    this.form = Objects.requireNonNull(form, "form");
    this.reader = Objects.requireNonNull(reader, "reader");
    this.writer = writer;
    this.condition = condition;
    this.demand = demand;
    accept(defaultValue);
  }

  /**
   * A whole number, written as {@code 4}.
   *
   * @param name name in the rule, for example {@code fewestOsds}
   * @param defaultValue value if the user sets none
   * @param description what the number limits, with its unit
   * @param source where the default comes from
   * @return the parameter
   */
  public static RuleParameter<Integer> wholeNumber(
      String name, int defaultValue, String description, String source) {
    return of(name, defaultValue, description, source, "a whole number", Integer::valueOf);
  }

  /**
   * A number with or without fraction, written as {@code 0.8}.
   *
   * @param name name in the rule, for example {@code largestShare}
   * @param defaultValue value if the user sets none
   * @param description what the number limits, with its unit
   * @param source where the default comes from
   * @return the parameter
   */
  public static RuleParameter<BigDecimal> number(
      String name, String defaultValue, String description, String source) {
    return of(name, new BigDecimal(defaultValue), description, source, "a number", BigDecimal::new);
  }

  /**
   * A length of time, written as {@code 5ms}, {@code 60s}, {@code 10min}, {@code 6h} or {@code 7d}.
   *
   * @param name name in the rule, for example {@code longestRoundTrip}
   * @param defaultValue value if the user sets none
   * @param description what the time limits
   * @param source where the default comes from
   * @return the parameter
   */
  public static RuleParameter<Duration> duration(
      String name, Duration defaultValue, String description, String source) {
    return new RuleParameter<>(
        name,
        defaultValue,
        description,
        source,
        "a time such as 5ms, 60s, 10min, 6h or 7d",
        DurationText::read,
        DurationText::write,
        value -> !value.isNegative(),
        "not be negative");
  }

  /**
   * A value of any other immutable type, shown as its {@code toString()}.
   *
   * @param <T> type of the value
   * @param name name in the rule
   * @param defaultValue value if the user sets none
   * @param description what the value limits or chooses
   * @param source where the default comes from
   * @param form what the text of a value looks like, as it reads after "is not": {@code a data
   *     size}
   * @param reader makes a value from text; throws {@code IllegalArgumentException}, {@code
   *     DateTimeException} or {@code ArithmeticException} for text it refuses
   * @return the parameter
   */
  public static <T> RuleParameter<T> of(
      String name,
      T defaultValue,
      String description,
      String source,
      String form,
      Function<String, ? extends T> reader) {
    return new RuleParameter<>(
        name, defaultValue, description, source, form, reader, String::valueOf, v -> true, "");
  }

  /**
   * The same parameter, refusing values that do not meet a condition in addition to what it refuses
   * now.
   *
   * @param further what a value must meet
   * @param says the condition as it reads after "must": {@code be at least 1}
   * @return the stricter parameter
   * @throws IllegalArgumentException if the default does not meet it
   */
  public RuleParameter<T> must(Predicate<? super T> further, String says) {
    Objects.requireNonNull(further, "further");
    return new RuleParameter<>(
        name,
        defaultValue,
        description,
        source,
        form,
        reader,
        writer,
        value -> condition.test(value) && further.test(value),
        demand.isEmpty() ? says : demand + " and " + says);
  }

  /** {@return name in its rule} */
  public String name() {
    return name;
  }

  /** {@return value if the user sets none} */
  public T defaultValue() {
    return defaultValue;
  }

  /** {@return what the value limits or chooses, with its unit} */
  public String description() {
    return description;
  }

  /** {@return where the default comes from} */
  public String source() {
    return source;
  }

  /**
   * Writes a value as it stands in a settings file.
   *
   * @param value a value of the parameter
   * @return text that reads back to the value
   */
  public String show(T value) {
    return writer.apply(value);
  }

  private static String filled(String name, String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("parameter " + name + " has no " + what);
    }
    return text;
  }

  String showDefault() {
    return show(defaultValue);
  }

  T read(String text) {
    T value;
    try {
      value = reader.apply(text);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
      throw new IllegalArgumentException(
          "parameter " + name + ": \"" + text + "\" is not " + form, refused);
    }
    return accept(value);
  }

  T accept(T value) {
    Objects.requireNonNull(value, "value");
    if (!meets(value)) {
      throw new IllegalArgumentException(
          "parameter " + name + ": " + show(value) + " is refused, it must " + demand);
    }
    return value;
  }

  // A condition that reckons may find that a value can not be reckoned with.
  private boolean meets(T value) {
    try {
      return condition.test(value);
    } catch (ArithmeticException | DateTimeException impossible) {
      return false;
    }
  }

  /** The name and the default, for debugging. */
  @Override
  public String toString() {
    return name + " = " + showDefault();
  }
}
