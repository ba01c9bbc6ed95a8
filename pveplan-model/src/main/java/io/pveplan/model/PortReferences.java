package io.pveplan.model;

import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.BridgePort;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Proxmox VE refuses of the ports of bridges: options of a port where there is no bridge, and
 * Linux and Open vSwitch in one stack (pve-common, src/PVE/Network/Interfaces.pm,
 * __write_etc_network_interfaces).
 */
final class PortReferences {

  private final Node node;
  private final Map<String, NodeInterface> interfaces;
  private final Problems found;
  private final Map<String, Bridge> bridges = new HashMap<>();

  PortReferences(Node node, Map<String, NodeInterface> interfaces, Problems found) {
    this.node = node;
    this.interfaces = interfaces;
    this.found = found;
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Bridge bridge) {
        bridge.ports().forEach(port -> bridges.putIfAbsent(port, bridge));
      }
    }
  }

  void check() {
    for (NodeInterface each : node.interfaces()) {
      Optional<Bridge> bridge = Optional.ofNullable(bridges.get(each.name()));
      each.bridgePort().ifPresent(port -> checkPort(each, port, bridge));
      if (each instanceof Bond bond) {
        checkBond(bond, bridge);
      } else if (each instanceof Vlan vlan) {
        checkVlan(vlan);
      } else if (each instanceof OvsIntPort port
          && interfaces.containsKey(port.bridge())
          && !isOvs(Optional.of(interfaces.get(port.bridge())))) {
        refuse(
            each,
            port.bridge() + " is no bridge of Open vSwitch",
            "Declare a VLAN interface on it, or let Open vSwitch make the bridge.",
            "NET-036");
      }
    }
  }

  private void checkPort(NodeInterface each, BridgePort port, Optional<Bridge> bridge) {
    if (bridge.isEmpty()) {
      refuse(
          each,
          each.name() + " has options of a bridge port and is a port of no bridge",
          "Leave them out, or name it as a port of the bridge.",
          "NET-037");
    } else if (port.access().isPresent() && !bridge.get().takesTags()) {
      refuse(
          each,
          each.name() + " has an access VLAN, and " + bridge.get().name() + " is not VLAN-aware",
          "Make the bridge VLAN-aware, or leave the access VLAN out.",
          "NET-037");
    } else if (port.onlyLinux() && bridge.get().openVswitch()) {
      refuse(
          each,
          each.name() + " has options that only a port of a Linux bridge has",
          "Leave out all but the access VLAN: " + bridge.get().name() + " is of Open vSwitch.",
          "NET-037");
    }
  }

  private void checkBond(Bond bond, Optional<Bridge> bridge) {
    boolean ovs = bridge.filter(Bridge::openVswitch).isPresent();
    if (!ovs && bond.mode().onlyOpenVswitch()) {
      refuse(
          bond,
          "mode " + bond.mode() + " is one of Open vSwitch, and " + bond.name()
              + " is a port of none of its bridges",
          "Let the bridge be of Open vSwitch, or use a mode of Linux.",
          "NET-036");
    } else if (ovs && !bond.mode().fitsOpenVswitch()) {
      refuse(
          bond,
          "Open vSwitch has no mode " + bond.mode(),
          "Use active-backup, balance-slb, lacp-balance-slb or lacp-balance-tcp.",
          "NET-036");
    } else if (ovs && (bond.primary().isPresent() || bond.miimon().isPresent())) {
      refuse(
          bond,
          bond.name() + " has options that only a bond of Linux has",
          "Leave out primary and miimon.",
          "NET-036");
    }
  }

  private void checkVlan(Vlan vlan) {
    Optional<NodeInterface> parent = Optional.ofNullable(interfaces.get(vlan.parent()));
    Optional<NodeInterface> bridge = Optional.ofNullable(bridges.get(vlan.parent()));
    if (isOvs(parent)
        || isOvs(bridge)
        || parent.filter(OvsIntPort.class::isInstance).isPresent()) {
      refuse(
          vlan,
          vlan.parent() + " belongs to Open vSwitch, on which no VLAN interface lies",
          "Declare an internal port of the bridge with the tag.",
          "NET-015");
      return;
    }
    Optional<Bridge> own = Optional.ofNullable(bridges.get(vlan.name()));
    if (own.filter(Bridge::openVswitch).isPresent()) {
      refuse(
          vlan,
          own.get().name() + " takes no VLAN interface as a port",
          "Give the NIC or bond to the bridge of Open vSwitch.",
          "NET-007");
    }
  }

  private static boolean isOvs(Optional<NodeInterface> each) {
    return each.filter(it -> it instanceof Bridge bridge && bridge.openVswitch())
        .isPresent();
  }

  private void refuse(NodeInterface each, String what, String advice, String rule) {
    found.add(node.path().child(each.name()), each, what, advice, rule);
  }
}
