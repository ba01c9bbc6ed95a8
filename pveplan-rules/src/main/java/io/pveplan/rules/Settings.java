package io.pveplan.rules;

import io.pveplan.rules.settings.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is set for the book as a whole, and the values of parameters that the user changed; a
 * parameter is known by its identity.
 */
final class Settings {

  static final Settings DEFAULTS = new Settings(Map.of(), Profile.PRODUCTION, Optional.empty());

  private final Map<RuleParameter<?>, Choice<?>> values;
  private final Profile profile;
  private final Optional<FailLevel> failLevel;

  private Settings(
      Map<RuleParameter<?>, Choice<?>> values, Profile profile, Optional<FailLevel> failLevel) {
    this.values = values;
    this.profile = profile;
    this.failLevel = failLevel;
  }

  <T> Settings with(RuleParameter<T> parameter, Choice<T> choice) {
    Map<RuleParameter<?>, Choice<?>> copy = new HashMap<>(values);
    parameter.accept(choice.value());
    copy.put(parameter, choice);
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
  <T> T get(RuleParameter<T> parameter) {
    Choice<?> choice = values.get(parameter);
    return choice == null ? parameter.defaultValue() : (T) choice.value();
  }

  /** The value as text with the reason, if it is another one than the default. */
  <T> Optional<Choice<String>> changed(RuleParameter<T> parameter) {
    T value = get(parameter);
    return value.equals(parameter.defaultValue())
        ? Optional.empty()
        : Optional.of(new Choice<>(parameter.show(value), values.get(parameter).reason()));
  }
}
