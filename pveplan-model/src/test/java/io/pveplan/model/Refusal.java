package io.pveplan.model;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a refused value tells its author, as one text: message, rule, advice. */
public final class Refusal {

  private Refusal() {}

  /** Runs the call, which has to be refused. */
  public static String of(ThrowingCallable call) {
    InvalidValueException refused = catchThrowableOfType(InvalidValueException.class, call);
    if (refused == null) {
      throw new AssertionError("the value was accepted");
    }
    return refused.getMessage()
        + refused.rule().map(id -> " [" + id + "]").orElse("")
        + ": "
        + refused.advice();
  }
}
