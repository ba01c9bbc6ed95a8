package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that port of that switch", as {@link SwitchRef#port} makes it.
 *
 * @param device the switch
 * @param name name of the port
 * @since 0.1
 */
public record SwitchPortRef(SwitchRef device, String name) {

  /**
   * Refuses what is absent.
   *
   * @param device the switch
   * @param name name of the port
   */
  public SwitchPortRef {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(name, "name");
  }

  /** Switch and port. */
  @Override
  public String toString() {
    return device + " " + name;
  }
}
