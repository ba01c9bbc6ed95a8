package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that controller".
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name ID of the controller
 * @since 0.1
 */
public record ControllerRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name ID of the controller
   */
  public ControllerRef {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The controller with this ID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static ControllerRef named(String name) {
    return new ControllerRef(name);
  }

  /** The ID. */
  @Override
  public String toString() {
    return name;
  }
}
