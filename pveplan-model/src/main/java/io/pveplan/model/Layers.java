package io.pveplan.model;

import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import java.util.List;
import java.util.Map;

/** What an interface of a node lies on. */
final class Layers {

  private Layers() {}

  /** Whether it lies on another interface beside others, and does not have it for itself. */
  static boolean shares(NodeInterface each) {
    return each instanceof Vlan || each instanceof OvsIntPort;
  }

  /** Adds what bridge or bond of Open vSwitch has a port or slave, by the name of that. */
  static void openVswitch(Node node, Map<String, String> owners) {
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Bridge bridge && bridge.openVswitch()) {
        bridge.ports().forEach(port -> owners.put(port, bridge.name()));
      }
    }
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Bond bond && owners.containsKey(bond.name())) {
        bond.slaves().forEach(slave -> owners.put(slave, bond.name()));
      }
    }
  }

  static List<String> below(NodeInterface each) {
    if (each instanceof Bond bond) {
      return bond.slaves();
    }
    if (each instanceof Bridge bridge) {
      return bridge.ports();
    }
    if (each instanceof OvsIntPort port) {
      return List.of(port.bridge());
    }
    return each instanceof Vlan vlan ? List.of(vlan.parent()) : List.of();
  }
}
