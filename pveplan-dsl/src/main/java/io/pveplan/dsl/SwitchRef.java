package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that switch", and hands out its ports.
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name name of the switch
 * @since 0.1
 */
public record SwitchRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name name of the switch
   */
  public SwitchRef {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The switch with this name, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static SwitchRef named(String name) {
    return new SwitchRef(name);
  }

  /**
   * A port by its number, for a switch whose ports have no other name.
   *
   * <pre>{@code
   * n.nic("eno8").cable("eno8", sw1.port(12));
   * n.nic("eno9").cable("eno9", sw1.port(49)); // refused: switch sw1 has no port 49
   * }</pre>
   *
   * @param number number of the port
   * @return the port
   */
  public SwitchPortRef port(int number) {
    return port(Integer.toString(number));
  }

  /**
   * A port by its name.
   *
   * <pre>{@code
   * n.nic("eno8").cable("eno8", sw1.port("12"));
   * n.nic("eno9").cable("eno9", sw1.port("Ethernet1/1")); // refused: switch sw1 has no port
   * }</pre>
   *
   * @param name name of the port, as the switch tells it by LLDP
   * @return the port
   */
  public SwitchPortRef port(String name) {
    return new SwitchPortRef(this, name);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
