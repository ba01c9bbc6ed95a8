package io.pveplan.model;

import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.sdn.Zone;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** References of the software-defined network. */
final class SdnReferences {

  private SdnReferences() {}

  static void check(ClusterPlan plan, Names names, Problems found) {
    Sdn sdn = plan.sdn().orElseGet(() -> Sdn.builder().build());
    Names.once(found, sdn.zones(), Zone::id, Zone::path, "zone", "ID", "SDN-003");
    Names.once(found, sdn.vnets(), Vnet::id, Vnet::path, "VNet", "ID", "SDN-003");
    Names.once(
        found, sdn.subnets(), SdnSubnet::path, SdnSubnet::path, "subnet", "address", "SDN-003");
    Names.once(
        found,
        sdn.controllers(),
        EvpnController::id,
        EvpnController::path,
        "controller",
        "ID",
        "SDN-003");
    Set<String> zones = new TreeSet<>();
    Set<String> vnets = new TreeSet<>();
    Set<String> controllers = new TreeSet<>();
    for (EvpnController controller : sdn.controllers()) {
      controllers.add(controller.id());
      ClusterReferences.network(found, controller.path(), controller, controller.network(), names);
    }
    for (Zone zone : sdn.zones()) {
      zones.add(zone.id());
      nodes(zone, zone.nodes(), names, found);
      check(zone, controllers, names, found);
    }
    for (Vnet vnet : sdn.vnets()) {
      vnets.add(vnet.id());
      if (!zones.contains(vnet.zone())) {
        found.missing(vnet.path(), vnet, "zone", vnet.zone(), zones);
      }
    }
    for (SdnSubnet subnet : sdn.subnets()) {
      if (!vnets.contains(subnet.vnet())) {
        found.missing(subnet.path(), subnet, "VNet", subnet.vnet(), vnets);
      }
    }
  }

  private static void nodes(Zone zone, Iterable<String> wanted, Names names, Problems found) {
    for (String node : wanted) {
      if (!names.nodes.contains(node)) {
        found.missing(zone.path(), zone, "node", node, names.nodes);
      }
    }
  }

  private static void check(Zone zone, Set<String> controllers, Names names, Problems found) {
    if (zone instanceof VlanZone vlan) {
      bridge(zone, vlan.bridge(), names, found);
    } else if (zone instanceof QinqZone qinq) {
      bridge(zone, qinq.bridge(), names, found);
    } else if (zone instanceof VxlanZone vxlan) {
      ClusterReferences.network(found, zone.path(), zone, vxlan.network(), names);
    } else if (zone instanceof EvpnZone evpn) {
      if (!controllers.contains(evpn.controller())) {
        found.missing(zone.path(), zone, "controller", evpn.controller(), controllers);
      }
      nodes(zone, evpn.exitNodes(), names, found);
      evpn.primaryExitNode().ifPresent(node -> nodes(zone, List.of(node), names, found));
    }
  }

  private static void bridge(Zone zone, String bridge, Names names, Problems found) {
    if (!names.bridges.contains(bridge)) {
      found.missing(zone.path(), zone, "bridge", bridge, names.bridges);
    }
  }
}
