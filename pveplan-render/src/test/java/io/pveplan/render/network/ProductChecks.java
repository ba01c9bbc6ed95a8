package io.pveplan.render.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What Proxmox VE refuses of interfaces before it writes them (pve-common,
 * src/PVE/Network/Interfaces.pm, __write_etc_network_interfaces).
 */
final class ProductChecks {

  private final Map<String, ? extends Map<String, String>> all;
  private final List<String> refused = new ArrayList<>();
  private final Map<String, String> users = new HashMap<>();

  private ProductChecks(Map<String, ? extends Map<String, String>> all) {
    this.all = all;
    all.forEach(this::ports);
    all.forEach(this::check);
  }

  static List<String> of(ProductReader read) {
    return new ProductChecks(read.interfaces()).refused;
  }

  private void ports(String name, Map<String, String> each) {
    Stream.of("bridge_ports", "ovs_ports", "slaves", "ovs_bonds")
        .flatMap(key -> words(each, key))
        .forEach(port -> {
          String other = users.put(port, name);
          if (other != null) {
            refused.add(port + " is used by " + other + " and " + name);
          }
        });
  }

  private void check(String name, Map<String, String> each) {
    switch (each.get("type")) {
      case "bridge" -> words(each, "bridge_ports").forEach(port -> bridgePort(name, port));
      case "bond" -> words(each, "slaves").forEach(slave -> slave(name, slave));
      case "OVSBond" -> words(each, "ovs_bonds").forEach(slave -> slave(name, slave));
      case "OVSBridge" ->
        words(each, "ovs_ports").forEach(port -> {
          type(name, port, "OVSPort", "OVSBond", "OVSIntPort");
          mtu(name, port);
        });
      case "vlan" -> {
        type(name, each.get("vlan-raw-device"), "eth", "bridge", "bond", "vlan");
        mtu(each.get("vlan-raw-device"), name);
      }
      case "unknown" -> refused.add(name + " is of no type");
      default -> {
        // Nothing is asked of these.
      }
    }
    if (each.containsKey("bond-primary")
        && words(each, "slaves").noneMatch(each.get("bond-primary")::equals)) {
      refused.add("the primary of " + name + " is not a slave");
    }
    portOptions(name, each);
  }

  private void bridgePort(String bridge, String port) {
    if (!all.containsKey(port)) {
      refused.add(bridge + " has no port " + port);
      return;
    }
    if (all.get(port).containsValue("static")) {
      refused.add(port + " has an address and is bridged");
    }
    mtu(port, bridge);
  }

  private void slave(String bond, String slave) {
    type(bond, slave, "eth");
    mtu(bond, slave);
  }

  private void portOptions(String name, Map<String, String> each) {
    boolean some = each.keySet().stream()
        .anyMatch(Set.of(
            "bridge-learning",
            "bridge-arp-nd-suppress",
            "bridge-unicast-flood",
            "bridge-multicast-flood",
            "bridge-access")::contains);
    Map<String, String> bridge = all.get(users.getOrDefault(name, "lo"));
    if (some && !bridge.get("type").equals("bridge")) {
      refused.add(name + " is a port of no bridge");
    }
    if (each.containsKey("bridge-access") && !bridge.containsKey("bridge_vlan_aware")) {
      refused.add(name + " has an access VLAN in a bridge that is not VLAN-aware");
    }
  }

  private void type(String name, String other, String... types) {
    String type = all.containsKey(other) ? all.get(other).get("type") : "missing";
    if (!Set.of(types).contains(type)) {
      refused.add(other + " of " + name + " is " + type);
    }
  }

  private void mtu(String larger, String smaller) {
    if (!all.containsKey(larger) || !all.get(smaller).containsKey("mtu")) {
      return;
    }
    int wanted = Integer.parseInt(all.get(smaller).get("mtu"));
    boolean bond = all.get(larger).get("type").equals("bond");
    int is = Integer.parseInt(
        all.get(larger).getOrDefault("mtu", bond ? Integer.toString(wanted) : "1500"));
    if (is < wanted) {
      refused.add(larger + " has MTU " + is + ", " + smaller + " has " + wanted);
    }
  }

  private static Stream<String> words(Map<String, String> each, String key) {
    return Arrays.stream(each.getOrDefault(key, "").split("\\s+")).filter(it -> !it.isEmpty());
  }
}
