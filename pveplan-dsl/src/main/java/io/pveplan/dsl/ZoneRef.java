package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that zone".
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name ID of the zone
 * @since 0.1
 */
public record ZoneRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name ID of the zone
   */
  public ZoneRef {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The zone with this ID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static ZoneRef named(String name) {
    return new ZoneRef(name);
  }

  /** The ID. */
  @Override
  public String toString() {
    return name;
  }
}
