package io.pveplan.render.network;

import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HashPolicy;
import io.pveplan.model.network.LacpRate;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanProtocol;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.render.text.Stanza;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The options of an interface besides its addresses, in the order in which Proxmox VE writes them
 * (pve-common, src/PVE/Network/Interfaces.pm, __interface_to_string).
 */
final class InterfaceOptions {

  private InterfaceOptions() {}

  static Stanza add(Stanza stanza, NodeInterface each, OpenVswitch ovs) {
    return ovs.owns(each) ? ovs.add(stanza, each) : add(stanza, each);
  }

  private static Stanza add(Stanza stanza, NodeInterface each) {
    if (each instanceof Bond bond) {
      return bond(stanza, bond);
    }
    if (each instanceof Bridge bridge) {
      return bridge(stanza, bridge);
    }
    if (each instanceof Vlan vlan) {
      return vlan(stanza, vlan);
    }
    return port(stanza, each).option("mtu", mtu(each));
  }

  private static Stanza bond(Stanza stanza, Bond bond) {
    Stanza known = stanza
        .option("bond-slaves", names(bond.slaves()))
        .option("bond-miimon", bond.miimon().orElse(100))
        .option("bond-mode", bond.mode().text())
        .option("bond-xmit-hash-policy", bond.hashPolicy().map(HashPolicy::text))
        .option("bond-primary", bond.primary())
        .option("mtu", mtu(bond));
    // Proxmox VE does not know these options, and keeps such ones behind the others.
    return port(known, bond)
        .option("bond-lacp-rate", bond.lacpRate().map(LacpRate::text))
        .option("bond-min-links", bond.minLinks());
  }

  private static Stanza bridge(Stanza stanza, Bridge bridge) {
    String vids = bridge.vids().isEmpty()
        ? "2-4094"
        : bridge.vids().stream().map(VlanRange::toString).collect(Collectors.joining(" "));
    return stanza
        .option("bridge-ports", bridge.ports().isEmpty() ? "none" : names(bridge.ports()))
        .option("bridge-stp", bridge.stpDelay().isPresent() ? "on" : "off")
        .option("bridge-fd", bridge.stpDelay().orElse(0))
        .optionIf(bridge.vlanAware(), "bridge-vlan-aware", "yes")
        .optionIf(bridge.vlanAware(), "bridge-vids", vids)
        .option("mtu", mtu(bridge));
  }

  private static Stanza vlan(Stanza stanza, Vlan vlan) {
    boolean tellsTag = vlan.dotted() || vlan.name().equals("vlan" + vlan.tag());
    return port(stanza, vlan)
        .option("mtu", mtu(vlan))
        .optionIf(!tellsTag, "vlan-id", vlan.tag().toString())
        .option("vlan-protocol", vlan.protocol().map(VlanProtocol::text))
        .optionIf(!vlan.dotted(), "vlan-raw-device", vlan.parent());
  }

  // By name, as Proxmox VE writes what has no place of its own.
  private static Stanza port(Stanza stanza, NodeInterface each) {
    return each.bridgePort()
        .map(port -> stanza
            .option("bridge-access", port.access().map(VlanTag::toString))
            .option("bridge-arp-nd-suppress", port.arpNdSuppress().map(InterfaceOptions::word))
            .option("bridge-learning", port.learning().map(InterfaceOptions::word))
            .option("bridge-multicast-flood", port.multicastFlood().map(InterfaceOptions::word))
            .option("bridge-unicast-flood", port.unicastFlood().map(InterfaceOptions::word)))
        .orElse(stanza);
  }

  // Proxmox VE writes no option whose value is 0, so that "off" it is.
  private static String word(boolean on) {
    return on ? "on" : "off";
  }

  static OptionalInt mtu(NodeInterface each) {
    return each.mtu().map(Mtu::value).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  // Proxmox VE sorts the names of ports and slaves when it reads them.
  static String names(List<String> names) {
    return names.stream().sorted().collect(Collectors.joining(" "));
  }
}
