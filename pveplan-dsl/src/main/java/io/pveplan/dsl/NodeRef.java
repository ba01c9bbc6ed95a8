package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that node".
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name name of the node
 * @since 0.1
 */
public record NodeRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name name of the node
   */
  public NodeRef {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The node with this name, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static NodeRef named(String name) {
    return new NodeRef(name);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
