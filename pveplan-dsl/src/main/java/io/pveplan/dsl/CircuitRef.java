package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that power circuit".
 *
 * @since 0.1
 */
public final class CircuitRef {

  private final String name;

  private CircuitRef(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * The power circuit with this name, for plans that are put together from data. Whether there is
   * one is checked when the plan freezes.
   */
  public static CircuitRef named(String name) {
    return new CircuitRef(name);
  }

  /** Name of the power circuit. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
