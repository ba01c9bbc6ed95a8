package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.unit.DataRate;
import java.util.Objects;

/**
 * Scope of a network card of a guest.
 *
 * <pre>{@code
 * c.vm(300, "web01", v -> v.nic("vmbr0", b -> b.tag(30).mac("BC:24:11:00:00:01").firewall()));
 * c.vm(301, "web02", v -> v.nic("vmbr0", b -> b.tag(4095))); // refused: is not a VLAN tag
 * }</pre>
 *
 * @since 0.1
 */
public final class GuestNicSpec extends Scope {

  final GuestNic.Builder nic = GuestNic.builder();

  private final Object bridge;

  GuestNicSpec(Definition definition, PlanPath at, Object bridge) {
    super(definition, at);
    this.bridge = Objects.requireNonNull(bridge, "bridge");
    nic.bridge(bridge.toString()).declaredAt(line);
  }

  /** What it is attached to: a bridge or VNet by name, or the handle of a VNet. */
  Object reference() {
    return bridge instanceof String name
        ? new RefusedNames.Name(RefusedNames.BRIDGE_OR_VNET, name)
        : bridge;
  }

  /**
   * Sets the VLAN tag.
   *
   * @param tag 1 to 4094
   */
  public GuestNicSpec tag(int tag) {
    set("tag", tag, it -> nic.tag(VlanTag.of(it)));
    return this;
  }

  /**
   * Passes VLAN tags on to the guest as they are; the bridge has to take tags.
   *
   * @param ranges tags and ranges, for example {@code "30", "100-199"}; for a container tags only
   */
  public GuestNicSpec trunks(String... ranges) {
    setEach("trunks", ranges, it -> nic.addTrunk(VlanRange.parse(it)));
    return this;
  }

  /** Sets the model; virtio when not set. Only for a virtual machine. */
  public GuestNicSpec model(NicModel model) {
    set("model", model, nic::model);
    return this;
  }

  /**
   * Sets the MAC address, for example {@code BC:24:11:00:00:01}; made from the VMID when not set.
   */
  public GuestNicSpec mac(String mac) {
    set("mac", mac, it -> nic.mac(MacAddress.parse(it)));
    return this;
  }

  /** Lets the firewall of the guest apply to the card. */
  public GuestNicSpec firewall() {
    set("firewall", true, nic::firewall);
    return this;
  }

  /**
   * Sets the MTU that the guest sees; that of the bridge when not set.
   *
   * @param bytes 576 to 65520 for a virtual machine, whose card is of model virtio; 64 to 65535 for a
   *     container
   */
  public GuestNicSpec mtu(int bytes) {
    set("mtu", bytes, nic::mtu);
    return this;
  }

  /**
   * Sets the number of packet queues; only for a virtual machine.
   *
   * @param number 0 to 64
   */
  public GuestNicSpec queues(int number) {
    set("queues", number, nic::queues);
    return this;
  }

  /** Limits its rate. */
  public GuestNicSpec rate(DataRate rate) {
    set("rate", rate, nic::rate);
    return this;
  }

  /** Pulls the cable. */
  public GuestNicSpec linkDown() {
    set("linkDown", true, nic::linkDown);
    return this;
  }
}
