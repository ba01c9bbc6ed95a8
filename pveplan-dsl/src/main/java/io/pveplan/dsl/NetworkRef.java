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
   * n.nic("eno8", ring.host(11));  // 10.20.1.11/24
   * n.nic("eno9", ring.host(300)); // refused: is outside the subnet
   * }</pre>
   *
   * @param number counted from the address of the subnet
   * @return the address; the subnet gives it its prefix length
   */
  public NetworkAddress host(long number) {
    return NetworkAddress.host(name, number);
  }

  /**
   * A host address of the subnet, written out.
   *
   * <pre>{@code
   * n.nic("eno8", ring.address("10.20.1.11"));
   * n.nic("eno9", ring.address("10.20.9.12")); // refused: is not in network ring
   * }</pre>
   *
   * @param address an address without prefix length
   * @return the address; the subnet gives it its prefix length
   */
  public NetworkAddress address(String address) {
    return NetworkAddress.of(name, address);
  }

  /**
   * The address of a node by the number of the node: its host number in the subnet.
   *
   * <p>A node keeps its addresses whatever other nodes come, go or change places, and its addresses
   * end alike on all networks.
   *
   * <pre>{@code
   * c.node("pve1", n -> n.number(11).nic("eno8", ring.nodeAddress())); // 10.20.1.11/24
   * c.node("pve2", n -> n.nic("eno8", ring.nodeAddress())); // refused: there is no node with a number
   * }</pre>
   *
   * @return the address; the subnet gives it its prefix length
   */
  public NetworkAddress nodeAddress() {
    return nodeAddress(0);
  }

  /**
   * The address of a node by the number of the node, for a second series of addresses on one
   * network.
   *
   * <pre>{@code
   * n.number(11).hardware(h -> h.bmc(BmcKind.IDRAC, mgmt.nodeAddress(100))); // 10.20.0.111/24
   * n.nic("eno8", ring.nodeAddress(300)); // refused: is outside the subnet
   * }</pre>
   *
   * @param offset what is added to the number of the node
   * @return the address; the subnet gives it its prefix length
   */
  public NetworkAddress nodeAddress(long offset) {
    return NetworkAddress.ofNode(name, offset);
  }

  /**
   * The address of a guest by its number in its fleet: its host number in the subnet.
   *
   * @return the address; the subnet gives it its prefix length
   * @see #guestAddress(long)
   */
  public NetworkAddress guestAddress() {
    return guestAddress(0);
  }

  /**
   * The address of a guest by its number in its fleet, which another guest in the plan does not
   * change.
   *
   * <pre>{@code
   * var shop = vmProfile(
   *     "shop", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, mgmt.guestAddress(20))));
   * c.vms(vmids(300, 319), shop); // shop01 has 10.20.0.21, shop20 10.20.0.40
   * c.vm(
   *     320, "app", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, mgmt.guestAddress(20)))); // refused: there is no guest with a number
   * }</pre>
   *
   * @param offset what is added to the number of the guest
   * @return the address; the subnet gives it its prefix length
   */
  public NetworkAddress guestAddress(long offset) {
    return NetworkAddress.ofGuest(name, offset);
  }

  /**
   * The address of a guest by its number in its fleet, counted from the address of the first one.
   *
   * <pre>{@code
   * var shop = vmProfile(
   *     "shop", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, mgmt.guestAddressFrom("10.20.0.21"))));
   * c.vms(vmids(300, 319), shop); // shop01 has 10.20.0.21, shop02 10.20.0.22
   * var app = vmProfile(
   *     "app", v -> v.nic("vmbr0").cloudInit(s -> s.address(0, mgmt.guestAddressFrom("10.20.9.21"))));
   * c.vms(vmids(320, 321), app);  // refused: is not in network mgmt
   * }</pre>
   *
   * @param first address of the guest with number 1, without prefix length
   * @return the address; the subnet gives it its prefix length
   */
  public NetworkAddress guestAddressFrom(String first) {
    return NetworkAddress.ofGuest(name, first);
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
