package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that zone".
 *
 * @since 0.1
 */
public final class ZoneRef {

  private final String name;

  private ZoneRef(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * The zone with this ID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static ZoneRef named(String name) {
    return new ZoneRef(name);
  }

  /** ID of the zone. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
