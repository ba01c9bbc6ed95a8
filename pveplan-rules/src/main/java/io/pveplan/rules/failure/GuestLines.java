package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.sdn.Zone;
import java.util.Optional;

/** The ways of guests into their networks, from the node they are on. */
final class GuestLines {

  private final ResolvedPlan plan;

  GuestLines(ResolvedPlan plan) {
    this.plan = plan;
  }

  /** The bridge or VNet of the first card of a guest that has no way on. */
  Optional<String> cut(Guest guest, String node, Damage damage) {
    return guest.nics().stream()
        .map(GuestNic::bridge)
        .filter(bridge -> !damage.works(way(node, bridge)))
        .findFirst();
  }

  private Optional<NetworkPath> way(String node, String bridge) {
    Optional<Zone> zone = plan.vnet(bridge).map(Vnet::zone).flatMap(plan::zone);
    if (zone.isEmpty()) {
      return plan.paths().over(node, bridge);
    } else if (zone.get() instanceof VlanZone vlan) {
      return plan.paths().over(node, vlan.bridge());
    } else if (zone.get() instanceof QinqZone qinq) {
      return plan.paths().over(node, qinq.bridge());
    } else if (zone.get() instanceof VxlanZone vxlan) {
      return plan.paths().path(node, vxlan.network());
    } else if (zone.get() instanceof EvpnZone evpn) {
      return plan.sdn().controllers().stream()
          .filter(controller -> controller.id().equals(evpn.controller()))
          .map(EvpnController::network)
          .findFirst()
          .flatMap(network -> plan.paths().path(node, network));
    }
    // A simple zone ends at its node, which routes on.
    return Ways.byName(plan, node);
  }
}
