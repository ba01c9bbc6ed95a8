package io.pveplan.rules;

import java.util.Objects;
import java.util.Optional;

/**
 * What somebody chose in the rule book.
 *
 * @param value what is chosen
 * @param reason why, if it is said
 */
record Choice<T>(T value, Optional<String> reason) {

  Choice {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(reason, "reason");
  }

  static <T> Choice<T> of(T value) {
    return new Choice<>(value, Optional.empty());
  }

  static <T> Choice<T> of(T value, String reason) {
    return new Choice<>(value, Optional.of(reason));
  }
}
