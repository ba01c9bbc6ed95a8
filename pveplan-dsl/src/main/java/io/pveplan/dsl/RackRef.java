package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that rack".
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name name of the rack
 * @since 0.1
 */
public record RackRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name name of the rack
   */
  public RackRef {
    Objects.requireNonNull(name, "name");
  }

  /** The rack with this name; it need not be declared. */
  public static RackRef named(String name) {
    return new RackRef(name);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
