package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that storage".
 *
 * @since 0.1
 */
public final class StorageRef {

  private final String name;

  private StorageRef(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * The storage with this ID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static StorageRef named(String name) {
    return new StorageRef(name);
  }

  /** ID of the storage. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
