package io.pveplan.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Values of parameters that the user changed; a parameter is known by its identity. */
final class Settings {

  static final Settings DEFAULTS = new Settings(Map.of());

  private final Map<RuleParameter<?>, Object> values;

  private Settings(Map<RuleParameter<?>, Object> values) {
    this.values = values;
  }

  <T> Settings with(RuleParameter<T> parameter, T value) {
    Map<RuleParameter<?>, Object> copy = new HashMap<>(values);
    copy.put(parameter, parameter.accept(value));
    return new Settings(copy);
  }

  // with(..) is the only way in, so a value has the type of its parameter.
  @SuppressWarnings("unchecked")
  <T> T get(RuleParameter<T> parameter) {
    Object value = values.get(parameter);
    return value == null ? parameter.defaultValue() : (T) value;
  }

  /** The value as text, if it is another one than the default. */
  <T> Optional<String> changed(RuleParameter<T> parameter) {
    T value = get(parameter);
    return value.equals(parameter.defaultValue())
        ? Optional.empty()
        : Optional.of(parameter.show(value));
  }
}
