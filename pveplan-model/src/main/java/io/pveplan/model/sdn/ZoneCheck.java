package io.pveplan.model.sdn;

import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Ranges;

/** What all kinds of zones have in common (pve-network, src/PVE/Network/SDN/Zones/Plugin.pm). */
final class ZoneCheck {

  private ZoneCheck() {}

  static void require(Zone zone) {
    NameFormat.SDN_ID.require(zone.id());
    zone.nodes().forEach(NameFormat.NODE::require);
    zone.mtu().ifPresent(mtu -> Ranges.require("MTU", mtu, 1280, 65_520));
    zone.ipam().ifPresent(NameFormat.SDN_CONTROLLER::require);
  }
}
