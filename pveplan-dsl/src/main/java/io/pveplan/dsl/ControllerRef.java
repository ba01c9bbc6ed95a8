package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that controller".
 *
 * @since 0.1
 */
public final class ControllerRef {

  private final String name;

  private ControllerRef(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * The controller with this ID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static ControllerRef named(String name) {
    return new ControllerRef(name);
  }

  /** ID of the controller. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
