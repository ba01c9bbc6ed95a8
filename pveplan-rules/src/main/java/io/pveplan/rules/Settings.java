package io.pveplan.rules;

import io.pveplan.rules.settings.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is set for the book as a whole, and the values of parameters that the user changed, by rule
 * and parameter: two rules may list one parameter and be set apart.
 */
final class Settings {

  static final Settings DEFAULTS = new Settings(Map.of(), Profile.PRODUCTION, Optional.empty());

  private final Map<Key, Choice<?>> values;
  private final Profile profile;
  private final Optional<FailLevel> failLevel;

  private Settings(Map<Key, Choice<?>> values, Profile profile, Optional<FailLevel> failLevel) {
    this.values = values;
    this.profile = profile;
    this.failLevel = failLevel;
  }

  <T> Settings with(String ruleId, RuleParameter<T> parameter, Choice<T> choice) {
    Map<Key, Choice<?>> copy = new HashMap<>(values);
    parameter.accept(choice.value());
    copy.put(new Key(ruleId, parameter), choice);
    return new Settings(copy, profile, failLevel);
  }

  Settings with(Profile other) {
    return new Settings(values, Objects.requireNonNull(other, "profile"), failLevel);
  }

  Settings with(FailLevel other) {
    return new Settings(values, profile, Optional.of(other));
  }

  Profile profile() {
    return profile;
  }

  FailLevel failLevel() {
    return failLevel.orElse(profile.failLevel());
  }

  // with(..) is the only way in, so a value has the type of its parameter.
  @SuppressWarnings("unchecked")
  <T> T get(String ruleId, RuleParameter<T> parameter) {
    Choice<?> choice = values.get(new Key(ruleId, parameter));
    return choice == null ? parameter.defaultValue() : (T) choice.value();
  }

  /** The value as text with the reason, if it is another one than the default. */
  <T> Optional<Choice<String>> changed(String ruleId, RuleParameter<T> parameter) {
    T value = get(ruleId, parameter);
    return value.equals(parameter.defaultValue())
        ? Optional.empty()
        : Optional.of(new Choice<>(
            parameter.show(value), values.get(new Key(ruleId, parameter)).reason()));
  }

  private record Key(String ruleId, RuleParameter<?> parameter) {}
}
