package io.pveplan.model;

import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import java.util.List;

/** What an interface of a node lies on. */
final class Layers {

  private Layers() {}

  /** Whether it lies on another interface beside others, and does not have it for itself. */
  static boolean shares(NodeInterface each) {
    return each instanceof Vlan || each instanceof OvsIntPort;
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
