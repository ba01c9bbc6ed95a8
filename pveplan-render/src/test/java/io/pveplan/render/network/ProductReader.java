package io.pveplan.render.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an interfaces file as Proxmox VE does (pve-common, src/PVE/Network/Interfaces.pm,
 * __read_etc_network_interfaces): which option it knows, what type it takes an interface for, and
 * what it keeps as text that it does not understand.
 */
final class ProductReader {

  private static final Pattern AUTO = Pattern.compile("\\s*(?:allow-auto|auto|allow-ovs)\\s+(.*)");
  private static final Pattern IFACE =
      Pattern.compile("\\s*iface\\s+(\\S+)(?:\\s+(inet6?)\\s+(\\S+))?\\s*");
  private static final Pattern COMMENT = Pattern.compile("\\s*#(.*?)\\s*");
  private static final Pattern END =
      Pattern.compile("\\s*(?:(?:iface|mapping|auto|source|source-directory)\\s.*|allow-.*)");
  private static final Pattern OPTION = Pattern.compile("\\s*((\\S+)\\s+(.+))");
  private static final Pattern CARD =
      Pattern.compile("(?:eth\\d+|en[^:.]+|ib[^:.]+|(?:nic|if)\\d+)");
  private static final Map<String, String> ALTERNATIVES = Map.ofEntries(
      Map.entry("ovs_mtu", "mtu"),
      Map.entry("bond-slaves", "slaves"),
      Map.entry("bond_slaves", "slaves"),
      Map.entry("bond-xmit-hash-policy", "bond_xmit_hash_policy"),
      Map.entry("bond-mode", "bond_mode"),
      Map.entry("bond-miimon", "bond_miimon"),
      Map.entry("bridge-vlan-aware", "bridge_vlan_aware"),
      Map.entry("bridge-fd", "bridge_fd"),
      Map.entry("bridge-stp", "bridge_stp"),
      Map.entry("bridge-ports", "bridge_ports"),
      Map.entry("bridge-vids", "bridge_vids"));
  private static final Set<String> ADDRESSES = Set.of("address", "netmask", "broadcast", "gateway");
  private static final Set<String> SIMPLE = Set.of(
      "mtu",
      "ovs_type",
      "ovs_options",
      "ovs_bridge",
      "ovs_bonds",
      "ovs_ports",
      "bridge_fd",
      "bridge_vids",
      "bridge-access",
      "bridge-learning",
      "bridge-arp-nd-suppress",
      "bridge-unicast-flood",
      "bridge-multicast-flood",
      "bridge-disable-mac-learning",
      "bond_miimon",
      "bond_mode",
      "bond_xmit_hash_policy",
      "bond-primary",
      "bridge_vlan_aware",
      "bridge_stp",
      "link-type",
      "uplink-id",
      "vlan-protocol",
      "vlan-raw-device",
      "vlan-id");

  private final SortedMap<String, SortedMap<String, String>> interfaces = new TreeMap<>();
  private final List<String> freeText = new ArrayList<>();

  private ProductReader(String text) {
    List<String> lines = text.lines().toList();
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at++);
      Matcher auto = AUTO.matcher(line);
      Matcher iface = IFACE.matcher(line);
      if (line.strip().startsWith("#")) {
        continue;
      } else if (auto.matches()) {
        Arrays.stream(auto.group(1).split("\\s+")).forEach(it -> of(it).put("autostart", "1"));
      } else if (iface.matches()) {
        String family = iface.group(2) == null ? "" : iface.group(2).substring("inet".length());
        SortedMap<String, String> read = of(iface.group(1));
        append(read, "families", "inet" + family, " ");
        read.put("method" + family, iface.group(3));
        while (at < lines.size() && option(read, family, lines.get(at))) {
          at++;
        }
      } else if (line.matches(".*\\w.*")) {
        freeText.add(line);
      }
    }
    interfaces.forEach(ProductReader::complete);
  }

  static ProductReader read(String text) {
    return new ProductReader(text);
  }

  /** By name, with the names the product has for its options. */
  SortedMap<String, SortedMap<String, String>> interfaces() {
    return interfaces;
  }

  /** Lines that belong to no interface. */
  List<String> freeText() {
    return freeText;
  }

  private SortedMap<String, String> of(String name) {
    return interfaces.computeIfAbsent(name, key -> new TreeMap<>());
  }

  /** Whether the line still belongs to the stanza. */
  private static boolean option(SortedMap<String, String> read, String family, String line) {
    Matcher comment = COMMENT.matcher(line);
    Matcher option = OPTION.matcher(line.stripTrailing());
    if (comment.matches()) {
      append(read, "comments", comment.group(1), "\n");
      return true;
    }
    if (END.matcher(line).matches() || !option.matches()) {
      return false;
    }
    String name = ALTERNATIVES.getOrDefault(option.group(2), option.group(2));
    String value = option.group(3);
    if (ADDRESSES.contains(name)) {
      read.put(name + family, value);
    } else if (name.equals("slaves") || name.equals("bridge_ports")) {
      Set<String> ports = new TreeSet<>(Arrays.asList(value.split("\\s+")));
      ports.remove("none");
      read.put(name, String.join(" ", ports));
    } else if (SIMPLE.contains(name)) {
      read.put(name, value);
    } else {
      append(read, "options" + family, option.group(1), "; ");
    }
    return true;
  }

  private static void append(Map<String, String> read, String key, String more, String between) {
    read.merge(key, more, (one, other) -> one + between + other);
  }

  private static void complete(String name, SortedMap<String, String> read) {
    String type = type(name, read);
    read.put("type", type);
    if (type.equals("vlan") && name.matches("\\S+\\.\\d+")) {
      read.put("vlan-raw-device", name.substring(0, name.lastIndexOf('.')));
      read.put("vlan-id", name.substring(name.lastIndexOf('.') + 1));
    } else if (type.equals("vlan") && name.matches("vlan\\d+")) {
      read.put("vlan-id", name.substring("vlan".length()));
    }
    if (Set.of("OVSPort", "OVSIntPort", "OVSBond").contains(type)) {
      ovs(type, read);
    }
  }

  private static void ovs(String type, SortedMap<String, String> read) {
    SortedMap<String, String> words = new TreeMap<>();
    for (String word : read.getOrDefault("ovs_options", "").split("\\s+")) {
      if (word.contains("=")) {
        words.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
      }
    }
    read.remove("ovs_options");
    if (words.containsKey("tag")) {
      read.put("ovs_tag", words.remove("tag"));
    }
    if (type.equals("OVSBond")) {
      String mode = words.remove("bond_mode");
      boolean slb = "active".equals(words.remove("lacp")) && mode.equals("balance-slb");
      read.put("bond_mode", slb || mode.equals("balance-tcp") ? "lacp-" + mode : mode);
    }
    if (!words.isEmpty()) {
      read.put("ovs_options", words.toString());
    }
  }

  private static String type(String name, Map<String, String> read) {
    String ovs = read.getOrDefault("ovs_type", "");
    if (read.containsKey("bridge_ports")) {
      return "bridge";
    }
    if (ovs.equals("OVSBridge")) {
      return ovs;
    }
    if (name.matches("bond\\d+")) {
      return ovs.isEmpty() ? "bond" : ovs.equals("OVSBond") ? ovs : "unknown";
    }
    if (name.matches("\\S+:\\d+")) {
      return "alias";
    }
    if (name.matches("\\S+\\.\\d+") || read.containsKey("vlan-raw-device")) {
      return "vlan";
    }
    if (CARD.matcher(name).matches()) {
      return ovs.isEmpty() ? "eth" : ovs.equals("OVSPort") ? ovs : "unknown";
    }
    if (name.equals("lo")) {
      return "loopback";
    }
    return ovs.equals("OVSIntPort") ? ovs : "unknown";
  }
}
