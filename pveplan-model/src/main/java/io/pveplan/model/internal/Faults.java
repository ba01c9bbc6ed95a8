package io.pveplan.model.internal;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects all that is wrong with one object, so that nobody has to mend it fault by fault. */
public final class Faults {

  private final List<InvalidValueException> found = new ArrayList<>();

  /** Checks the object as a whole, or what its place in the plan names already. */
  public Faults check(Runnable check) {
    try {
      check.run();
    } catch (InvalidValueException refused) {
      found.addAll(refused.all());
    }
    return this;
  }

  /** Checks one field. */
  public Faults check(String field, Runnable check) {
    return check(() -> {
      try {
        check.run();
      } catch (InvalidValueException refused) {
        throw refused.in(field);
      }
    });
  }

  /** Checks each value of a field. */
  public <T> Faults each(String field, Iterable<T> values, Consumer<? super T> check) {
    values.forEach(value -> check(field, () -> check.accept(value)));
    return this;
  }

  /** Refuses the object if there was something. */
  public void end() {
    if (!found.isEmpty()) {
      throw InvalidValueException.of(found);
    }
  }
}
