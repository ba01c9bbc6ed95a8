package io.pveplan.render.network;

import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.BridgePort;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.VlanTag;
import io.pveplan.render.text.Stanza;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The interfaces of a node that Open vSwitch makes, with their options in the order in which
 * Proxmox VE writes them (pve-common, src/PVE/Network/Interfaces.pm, __interface_to_string). It
 * sets the words of {@code ovs_options} in no order; here they are by name.
 */
final class OpenVswitch {

  private final Map<String, String> bridgeOf = new HashMap<>();
  private final Map<String, List<String>> ports = new HashMap<>();

  private OpenVswitch(Node node) {
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Bridge bridge && bridge.openVswitch()) {
        bridge.ports().forEach(port -> put(port, bridge.name()));
        ports.computeIfAbsent(bridge.name(), key -> new ArrayList<>());
      } else if (each instanceof OvsIntPort port) {
        put(port.name(), port.bridge());
      }
    }
  }

  static OpenVswitch of(Node node) {
    return new OpenVswitch(node);
  }

  private void put(String port, String bridge) {
    bridgeOf.put(port, bridge);
    ports.computeIfAbsent(bridge, key -> new ArrayList<>()).add(port);
  }

  /** Whether it is one of Open vSwitch: a bridge or a port of one, not the slave of a bond. */
  boolean owns(NodeInterface each) {
    return ports.containsKey(each.name()) || bridgeOf.containsKey(each.name());
  }

  Stanza add(Stanza stanza, NodeInterface each) {
    if (each instanceof Bridge bridge) {
      List<String> names = ports.get(bridge.name());
      return stanza
          .option("ovs_type", "OVSBridge")
          .optionIf(!names.isEmpty(), "ovs_ports", InterfaceOptions.names(names))
          .option("ovs_mtu", InterfaceOptions.mtu(bridge));
    }
    if (each instanceof Bond bond) {
      return port(
          stanza.option("ovs_bonds", InterfaceOptions.names(bond.slaves())),
          "OVSBond",
          bond,
          words(bond));
    }
    if (each instanceof OvsIntPort port) {
      return port(stanza, "OVSIntPort", port, tag(port.tag()));
    }
    return port(stanza, "OVSPort", each, tag(each.bridgePort().flatMap(BridgePort::access)));
  }

  private Stanza port(Stanza stanza, String type, NodeInterface each, List<String> words) {
    return stanza
        .option("ovs_type", type)
        .option("ovs_bridge", bridgeOf.get(each.name()))
        .option("ovs_mtu", InterfaceOptions.mtu(each))
        .optionIf(!words.isEmpty(), "ovs_options", String.join(" ", words));
  }

  private static List<String> words(Bond bond) {
    List<String> words = new ArrayList<>();
    words.add("bond_mode=" + mode(bond.mode()));
    if (bond.mode().speaksLacp()) {
      words.add("lacp=active");
    }
    bond.lacpRate().map(LacpRate::text).ifPresent(it -> words.add("other_config:lacp-time=" + it));
    words.addAll(tag(bond.bridgePort().flatMap(BridgePort::access)));
    return words;
  }

  private static String mode(BondMode mode) {
    return switch (mode) {
      case LACP_BALANCE_SLB -> "balance-slb";
      case LACP_BALANCE_TCP -> "balance-tcp";
      default -> mode.text();
    };
  }

  private static List<String> tag(Optional<VlanTag> tag) {
    return tag.map(it -> "tag=" + it).stream().toList();
  }
}
