package io.pveplan.dsl;

import java.util.Objects;

/**
 * A handle that says "that network", and hands out its addresses.
 *
 * <p>Two handles to the same name are equal.
 *
 * @param name name of the network
 * @since 0.1
 */
public record NetworkRef(String name) {

  /**
   * Refuses an absent name.
   *
   * @param name name of the network
   */
  public NetworkRef {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The network with this name, for plans that are put together from data. Whether there is one is
   * checked when the plan freezes.
   */
  public static NetworkRef named(String name) {
    return new NetworkRef(name);
  }

  /**
   * A host address by its number in the subnet.
   *
   * <pre>{@code
   * var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
   * ring.host(11);   // 10.20.1.11/24
   * ring.host(300);  // refused: outside 10.20.1.0/24
   * }</pre>
   *
   * @param number counted from the address of the subnet
   */
  public NetworkAddress host(long number) {
    return NetworkAddress.host(name, number);
  }

  /**
   * A host address of the subnet, written out.
   *
   * <pre>{@code
   * ring.address("10.20.1.11");
   * ring.address("10.20.9.12"); // refused: not in 10.20.1.0/24
   * }</pre>
   *
   * @param address an address without prefix length
   */
  public NetworkAddress address(String address) {
    return NetworkAddress.of(name, address);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
