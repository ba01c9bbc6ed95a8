package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that power circuit".
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name name of the circuit
 * @since 0.1
 */
public record CircuitRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name name of the circuit
   */
  public CircuitRef {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The power circuit with this name, for plans that are put together from data. Whether there is
   * one is checked when the plan freezes.
   */
  public static CircuitRef named(String name) {
    return new CircuitRef(name);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
