package io.pveplan.rules.settings;

import io.pveplan.model.Visible;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that can be set in a rule book, and how it is set.
 *
 * @param key place in a settings file, {@code rules.CLU-032.parameters.longestRoundTrip}
 * @param value the value in this rule book, as it stands in a settings file
 * @param defaultValue the value if nobody sets it
 * @param description what it decides
 * @param source where the default comes from
 * @param reason why it is not the default, if that is said
 * @since 0.1
 */
public record Setting(
    String key,
    String value,
    String defaultValue,
    String description,
    String source,
    Optional<String> reason) {

  /**
   * Refuses absent parts and makes control characters visible.
   *
   * @param key place in a settings file
   * @param value the value in this rule book
   * @param defaultValue the value if nobody sets it
   * @param description what it decides
   * @param source where the default comes from
   * @param reason why it is not the default
   */
  public Setting {
    Objects.requireNonNull(key, "key");
    value = Visible.text(value);
    defaultValue = Visible.text(defaultValue);
    description = Visible.text(description);
    source = Visible.text(source);
    reason = reason.map(Visible::text);
  }

  /** {@return whether the value is another one than the default} */
  public boolean isChanged() {
    return !value.equals(defaultValue);
  }

  /** {@code failLevel = warning (default error): from what on a plan fails}. */
  @Override
  public String toString() {
    return key
        + " = "
        + value
        + " (default "
        + defaultValue
        + "): "
        + description
        + reason.map(why -> "; " + why).orElse("");
  }
}
