package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that VNet".
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name ID of the VNet
 * @since 0.1
 */
public record VnetRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name ID of the VNet
   */
  public VnetRef {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The VNet with this ID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static VnetRef named(String name) {
    return new VnetRef(name);
  }

  /** The ID. */
  @Override
  public String toString() {
    return name;
  }
}
