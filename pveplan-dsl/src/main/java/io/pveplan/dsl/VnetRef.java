package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that VNet".
 *
 * @since 0.1
 */
public final class VnetRef {

  private final String name;

  private VnetRef(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * The VNet with this ID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static VnetRef named(String name) {
    return new VnetRef(name);
  }

  /** ID of the VNet. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
