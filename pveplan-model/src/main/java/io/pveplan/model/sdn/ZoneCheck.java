package io.pveplan.model.sdn;

import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;

/** What all kinds of zones have in common (pve-network, src/PVE/Network/SDN/Zones/Plugin.pm). */
final class ZoneCheck {

  private ZoneCheck() {}

  static void require(Zone zone) {
    new Faults()
        .check(() -> NameFormat.SDN_ID.require(zone.id()))
        .each("nodes", zone.nodes(), NameFormat.NODE::require)
        .check("mtu", () -> zone.mtu().ifPresent(mtu -> Ranges.require("MTU", mtu, 1280, 65_520)))
        .check("ipam", () -> zone.ipam().ifPresent(NameFormat.SDN_CONTROLLER::require))
        .end();
  }
}
