package io.pveplan.render.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Proxmox VE has to read from the file of a node, by what the plan says and nothing else. */
final class PlannedReading {

  private final ResolvedPlan plan;
  private final Map<String, String> ovsBridges = new HashMap<>();
  private final SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();

  private PlannedReading(ResolvedPlan plan, Node node) {
    this.plan = plan;
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Bridge bridge && bridge.openVswitch()) {
        bridge.ports().forEach(port -> ovsBridges.put(port, bridge.name()));
      } else if (each instanceof OvsIntPort port) {
        ovsBridges.put(port.name(), port.bridge());
      }
    }
    SortedMap<String, String> lo = new TreeMap<>();
    lo.putAll(Map.of("type", "loopback", "method", "loopback"));
    lo.putAll(Map.of("families", "inet", "autostart", "1"));
    all.put("lo", lo);
    node.interfaces().forEach(this::add);
  }

  static SortedMap<String, SortedMap<String, String>> of(ResolvedPlan plan, Node node) {
    return new PlannedReading(plan, node).all;
  }

  private void add(NodeInterface each) {
    SortedMap<String, String> read = new TreeMap<>();
    read.put("autostart", "1");
    List<InterfaceAddress> further = new ArrayList<>();
    StringBuilder families = new StringBuilder();
    for (boolean v6 : List.of(false, true)) {
      List<InterfaceAddress> some = each.addresses().stream()
          .filter(it -> it.address().address().isV6() == v6)
          .sorted((one, other) ->
              Boolean.compare(gateway(other).isPresent(), gateway(one).isPresent()))
          .toList();
      String suffix = v6 ? "6" : "";
      if (!some.isEmpty()) {
        families.append(" inet").append(suffix);
        read.put("method" + suffix, "static");
        read.put("address" + suffix, some.get(0).address().toString());
        gateway(some.get(0)).ifPresent(it -> read.put("gateway" + suffix, it));
        further.addAll(some.subList(1, some.size()));
      }
    }
    further.sort((one, other) ->
        Integer.compare(each.addresses().indexOf(one), each.addresses().indexOf(other)));
    if (families.isEmpty()) {
      families.append(" inet");
      read.put("method", "manual");
    }
    read.put("families", families.substring(1));
    each.mtu().ifPresent(it -> read.put("mtu", it.toString()));
    each.comment().ifPresent(it -> read.put("comments", it));
    kind(each, read);
    all.put(each.name(), read);
    for (int i = 0; i < further.size(); i++) {
      alias(each.name() + ":" + (i + 1), further.get(i));
    }
  }

  private Optional<String> gateway(InterfaceAddress address) {
    return address.network().flatMap(plan::network).flatMap(Network::gateway).map(Object::toString);
  }

  private void alias(String name, InterfaceAddress address) {
    String suffix = address.address().address().isV6() ? "6" : "";
    SortedMap<String, String> read = new TreeMap<>();
    read.putAll(Map.of("type", "alias", "autostart", "1", "families", "inet" + suffix));
    read.put("method" + suffix, "static");
    read.put("address" + suffix, address.address().toString());
    all.put(name, read);
  }

  private void kind(NodeInterface each, Map<String, String> read) {
    Optional<String> ovs = Optional.ofNullable(ovsBridges.get(each.name()));
    ovs.ifPresent(it -> read.put("ovs_bridge", it));
    if (each instanceof Nic) {
      type(read, ovs.isPresent() ? "OVSPort" : "eth");
    } else if (each instanceof Bond bond) {
      type(read, ovs.isPresent() ? "OVSBond" : "bond");
      read.put("bond_mode", bond.mode().text());
      read.put(ovs.isPresent() ? "ovs_bonds" : "slaves", sorted(bond.slaves().stream()));
      bond(bond, ovs.isPresent(), read);
    } else if (each instanceof Bridge bridge) {
      bridge(bridge, read);
    } else if (each instanceof OvsIntPort port) {
      type(read, "OVSIntPort");
      port.tag().ifPresent(it -> read.put("ovs_tag", it.toString()));
    } else if (each instanceof Vlan vlan) {
      type(read, "vlan");
      read.put("vlan-id", vlan.tag().toString());
      read.put("vlan-raw-device", vlan.parent());
      vlan.protocol().ifPresent(it -> read.put("vlan-protocol", it.text()));
    }
    each.bridgePort().ifPresent(port -> {
      port.access()
          .ifPresent(it -> read.put(ovs.isPresent() ? "ovs_tag" : "bridge-access", it.toString()));
      port.learning().ifPresent(it -> read.put("bridge-learning", word(it)));
      port.arpNdSuppress().ifPresent(it -> read.put("bridge-arp-nd-suppress", word(it)));
      port.unicastFlood().ifPresent(it -> read.put("bridge-unicast-flood", word(it)));
      port.multicastFlood().ifPresent(it -> read.put("bridge-multicast-flood", word(it)));
    });
  }

  // Open vSwitch and LACP have options that Proxmox VE keeps without knowing them.
  private static void bond(Bond bond, boolean ovs, Map<String, String> read) {
    if (ovs) {
      bond.lacpRate()
          .ifPresent(it -> read.put("ovs_options", "{other_config:lacp-time=" + it + "}"));
      return;
    }
    read.put("bond_miimon", Integer.toString(bond.miimon().orElse(100)));
    bond.hashPolicy().ifPresent(it -> read.put("bond_xmit_hash_policy", it.text()));
    bond.primary().ifPresent(it -> read.put("bond-primary", it));
    List<String> unknown = new ArrayList<>();
    bond.lacpRate().ifPresent(it -> unknown.add("bond-lacp-rate " + it));
    bond.minLinks().ifPresent(it -> unknown.add("bond-min-links " + it));
    if (!unknown.isEmpty()) {
      read.put(
          "options" + (bond.addresses().isEmpty() || v4(bond) ? "" : "6"),
          String.join("; ", unknown));
    }
  }

  private static boolean v4(NodeInterface each) {
    return each.addresses().stream().anyMatch(it -> it.address().address().isV4());
  }

  private void bridge(Bridge bridge, Map<String, String> read) {
    if (bridge.openVswitch()) {
      type(read, "OVSBridge");
      String ports = sorted(ovsBridges.entrySet().stream()
          .filter(it -> it.getValue().equals(bridge.name()))
          .map(Map.Entry::getKey));
      if (!ports.isEmpty()) {
        read.put("ovs_ports", ports);
      }
      return;
    }
    type(read, "bridge");
    read.put("bridge_ports", sorted(bridge.ports().stream()));
    read.put("bridge_stp", bridge.stpDelay().isPresent() ? "on" : "off");
    read.put("bridge_fd", Integer.toString(bridge.stpDelay().orElse(0)));
    if (bridge.vlanAware()) {
      read.put("bridge_vlan_aware", "yes");
      read.put(
          "bridge_vids",
          bridge.vids().isEmpty()
              ? "2-4094"
              : bridge.vids().stream().map(Object::toString).collect(Collectors.joining(" ")));
    }
  }

  private static void type(Map<String, String> read, String type) {
    read.put("type", type);
    if (type.startsWith("OVS")) {
      read.put("ovs_type", type);
    }
  }

  private static String sorted(Stream<String> names) {
    return String.join(" ", names.collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }
}
