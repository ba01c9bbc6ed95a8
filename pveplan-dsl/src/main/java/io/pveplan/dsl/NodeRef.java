package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that node".
 *
 * @since 0.1
 */
public final class NodeRef {

  private final String name;

  private NodeRef(String name) {
    this.name = Objects.requireNonNull(name, "name");
  }

  /**
   * The node with this name, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static NodeRef named(String name) {
    return new NodeRef(name);
  }

  /** Name of the node. */
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}
