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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** References of the software-defined network. */
final class SdnReferences {

  private static final int HIGHEST_VLAN = 4094;

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
    Map<String, Zone> types = new HashMap<>();
    sdn.zones().forEach(zone -> types.put(zone.id(), zone));
    for (Vnet vnet : sdn.vnets()) {
      vnets.add(vnet.id());
      if (names.bridges.contains(vnet.id())) {
        found.add(
            vnet.path(),
            vnet,
            "a bridge of a node has the ID of the VNet as its name",
            "Give the VNet another ID: it becomes a bridge of this name.",
            "SDN-004");
      }
      checkTag(vnet, types, found);
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

  // The API takes 4095 and 4096 too; IEEE 802.1Q keeps 4095 and has no 4096 (pve-common,
  // src/PVE/Network/Interfaces.pm, stops at 4094).
  private static void checkTag(Vnet vnet, Map<String, Zone> zones, Problems found) {
    Zone zone = zones.get(vnet.zone());
    boolean vlan = zone instanceof VlanZone || zone instanceof QinqZone;
    if (vlan && vnet.tag().orElse(1) > HIGHEST_VLAN) {
      found.add(
          vnet.path(),
          vnet,
          vnet.tag().getAsInt() + " is not a VLAN tag, and zone " + zone.id() + " is of type "
              + zone.type(),
          "Use a tag from 1 to 4094; only VXLAN and EVPN zones take a greater number.",
          "SDN-006");
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
