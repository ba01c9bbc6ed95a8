package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.NicModel;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.VlanTag;

/**
 * Scope of a network card of a guest.
 *
 * @since 0.1
 */
public final class GuestNicSpec extends Scope {

  final GuestNic.Builder nic = GuestNic.builder();

  GuestNicSpec(Definition definition, PlanPath at, String bridge) {
    super(definition, at);
    nic.bridge(bridge).declaredAt(line);
  }

  /**
   * Sets the VLAN tag.
   *
   * @param tag 1 to 4094
   */
  public GuestNicSpec tag(int tag) {
    set(() -> nic.tag(VlanTag.of(tag)));
    return this;
  }

  /** Sets the model; virtio when not set. */
  public GuestNicSpec model(NicModel model) {
    set(() -> nic.model(model));
    return this;
  }

  /**
   * Sets the MAC address, for example {@code BC:24:11:00:00:01}; made from the VMID when not set.
   */
  public GuestNicSpec mac(String mac) {
    set(() -> nic.mac(MacAddress.parse(mac)));
    return this;
  }

  /** Lets the firewall of the guest apply to the card. */
  public GuestNicSpec firewall() {
    set(() -> nic.firewall(true));
    return this;
  }
}
