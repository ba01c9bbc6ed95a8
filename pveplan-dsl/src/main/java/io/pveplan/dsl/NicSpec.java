package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Nic;
import io.pveplan.model.unit.DataRate;
import java.util.Optional;

/**
 * Scope of a physical network card.
 *
 * <pre>{@code
 * n.nic("eno5", b -> b.mac("02:00:5E:00:53:01").speed(gbit(25)));
 * n.nic("eno6", b -> b.mac("02:00:5E")); // refused: is not a MAC address
 * }</pre>
 *
 * @since 0.1
 */
public final class NicSpec extends Scope {

  final Nic.Builder nic = Nic.builder();
  private Optional<MacAddress> mac = Optional.empty();

  NicSpec(Definition definition, PlanPath at, String name) {
    super(definition, at);
    nic.name(name).declaredAt(line);
  }

  /**
   * Sets the permanent MAC address, for example {@code 02:00:5E:00:53:01}. A card has one: another
   * one is refused, also by {@link #pinned}.
   */
  public NicSpec mac(String mac) {
    set("mac", mac, this::setMac);
    return this;
  }

  /**
   * Pins the name: a {@code .link} file gives it to the card with this MAC address, whatever kernel
   * and systemd call it.
   *
   * <pre>{@code
   * n.nic("nic0", b -> b.pinned("02:00:5E:00:53:01"));
   * n.nic("nic1", b -> b.pinned("03:00:5E:00:53:01")); // refused: is a multicast address
   * }</pre>
   *
   * @param mac permanent MAC address
   * @return this scope
   */
  public NicSpec pinned(String mac) {
    if (set("mac", mac, this::setMac)) {
      set("pinned", true, nic::pinned);
    }
    return this;
  }

  private Nic.Builder setMac(String text) {
    MacAddress wanted = MacAddress.parse(text);
    if (!mac.orElse(wanted).equals(wanted)) {
      throw new InvalidValueException(
          wanted + " is not the MAC address " + mac.get() + " that the card has already",
          "Give the card its permanent address once.");
    }
    mac = Optional.of(wanted);
    nic.mac(wanted);
    return nic;
  }

  /** Sets the speed of the link. */
  public NicSpec speed(DataRate speed) {
    set("speed", speed, nic::speed);
    return this;
  }

  /** Sets the MTU, 1280 to 65520; without it the networks on the card decide. */
  public NicSpec mtu(int mtu) {
    set("mtu", mtu, it -> nic.mtu(Mtu.of(it)));
    return this;
  }

  /** Adds addresses. */
  public NicSpec addresses(NetworkAddress... addresses) {
    requireOpen();
    for (NetworkAddress address : addresses) {
      definition.resolve(at.child("addresses"), address).ifPresent(nic::addAddress);
    }
    return this;
  }

  /**
   * Adds an address that belongs to no network of the plan.
   *
   * @param address address with prefix length, for example {@code 10.20.0.11/24}
   */
  public NicSpec address(String address) {
    return addresses(NetworkAddress.elsewhere(address));
  }

  /** Sets how the bridge it is a port of treats it. */
  public NicSpec asPort(PortOptions options) {
    set("bridgePort", options, it -> nic.bridgePort(it.port()));
    return this;
  }

  /** Sets the comment in the stanza: one line, or several with line feeds between. */
  public NicSpec comment(String comment) {
    set("comment", comment, nic::comment);
    return this;
  }
}
