package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that storage".
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name ID of the storage
 * @since 0.1
 */
public record StorageRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name ID of the storage
   */
  public StorageRef {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The storage with this ID, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static StorageRef named(String name) {
    return new StorageRef(name);
  }

  /** The ID. */
  @Override
  public String toString() {
    return name;
  }
}
