package io.pveplan.model.network;

import io.pveplan.model.hardware.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** The interfaces of one node and what lies on what. */
final class NodeTopology {

  private final Map<String, NodeInterface> byName = new LinkedHashMap<>();
  private final Map<String, NodeInterface> byNetwork = new HashMap<>();
  private final Map<String, String> bridgeOf = new HashMap<>();
  private final Map<String, SortedSet<String>> nics = new HashMap<>();
  private final Map<String, List<Bond>> bonds = new HashMap<>();
  private final Map<String, SortedSet<String>> networksByNic = new HashMap<>();
  private final SortedSet<String> networks;
  private final List<NodeInterface> interfaces;
  private final List<InterfaceAddress> addresses = new ArrayList<>();

  NodeTopology(Node node) {
    for (NodeInterface each : node.interfaces()) {
      byName.putIfAbsent(each.name(), each);
      addresses.addAll(each.addresses());
      for (InterfaceAddress address : each.addresses()) {
        address.network().ifPresent(network -> byNetwork.putIfAbsent(network, each));
      }
      if (each instanceof Bridge bridge) {
        bridge.ports().forEach(port -> bridgeOf.put(port, bridge.name()));
      }
    }
    Map<String, SortedSet<String>> carriedByNic = new HashMap<>();
    SortedSet<String> all = new TreeSet<>();
    for (NodeInterface each : node.interfaces()) {
      SortedSet<String> below = new TreeSet<>();
      List<Bond> bondsBelow = new ArrayList<>();
      collect(each.name(), below, bondsBelow, 0);
      bonds.put(each.name(), List.copyOf(bondsBelow));
      nics.put(each.name(), Collections.unmodifiableSortedSet(below));
      SortedSet<String> carried = carriedBy(each);
      all.addAll(carried);
      for (String nic : below) {
        carriedByNic.computeIfAbsent(nic, key -> new TreeSet<>()).addAll(carried);
      }
    }
    carriedByNic.forEach(
        (nic, carried) -> networksByNic.put(nic, Collections.unmodifiableSortedSet(carried)));
    networks = Collections.unmodifiableSortedSet(all);
    interfaces = List.copyOf(byName.values());
  }

  private static SortedSet<String> carriedBy(NodeInterface each) {
    SortedSet<String> carried = new TreeSet<>();
    each.addresses().forEach(address -> address.network().ifPresent(carried::add));
    if (each instanceof Bridge bridge) {
      carried.addAll(bridge.networks());
    }
    return carried;
  }

  // A plan that freezes has no loops; a depth bound keeps one that did not from ending here.
  private void collect(String name, SortedSet<String> found, List<Bond> foundBonds, int depth) {
    NodeInterface each = byName.get(name);
    if (each == null || depth > 8) {
      return;
    }
    if (each instanceof Nic) {
      found.add(name);
    } else if (each instanceof Bond bond) {
      foundBonds.add(bond);
      bond.slaves().forEach(slave -> collect(slave, found, foundBonds, depth + 1));
    } else if (each instanceof Bridge bridge) {
      bridge.ports().forEach(port -> collect(port, found, foundBonds, depth + 1));
    } else if (each instanceof Vlan vlan) {
      collect(vlan.parent(), found, foundBonds, depth + 1);
    } else if (each instanceof OvsIntPort port) {
      collect(port.bridge(), found, foundBonds, depth + 1);
    }
  }

  Optional<NodeInterface> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<NodeInterface> on(String network) {
    return Optional.ofNullable(byNetwork.get(network));
  }

  Optional<NodeInterface> towards(IpAddress target) {
    return byName.values().stream().filter(each -> each.reaches(target)).findFirst();
  }

  List<InterfaceAddress> addresses() {
    return addresses;
  }

  SortedSet<String> physicalNics(String name) {
    return nics.getOrDefault(name, Collections.emptySortedSet());
  }

  List<Bond> bonds(String name) {
    return bonds.getOrDefault(name, List.of());
  }

  SortedSet<String> networksOver(String nic) {
    return networksByNic.getOrDefault(nic, Collections.emptySortedSet());
  }

  SortedSet<String> networks() {
    return networks;
  }

  List<NodeInterface> interfaces() {
    return interfaces;
  }

  Optional<Segment> segment(String name) {
    return named(name).map(each -> {
      if (each instanceof Vlan vlan) {
        return tagged(vlan.parent(), vlan.tag().value());
      }
      if (each instanceof OvsIntPort port) {
        return port.tag()
            .map(tag -> tagged(port.bridge(), tag.value()))
            .orElseGet(() -> untagged(root(port.bridge())));
      }
      return untagged(root(name));
    });
  }

  Segment tagged(String name, int tag) {
    return new Segment(root(name), OptionalInt.of(tag));
  }

  // A bridge over a VLAN interface is that VLAN.
  private Segment untagged(String root) {
    if (byName.get(root) instanceof Bridge bridge) {
      for (String port : bridge.ports()) {
        if (byName.get(port) instanceof Vlan vlan) {
          return tagged(vlan.parent(), vlan.tag().value());
        }
      }
    }
    return new Segment(root, OptionalInt.empty());
  }

  String root(String name) {
    return bridgeOf.getOrDefault(name, name);
  }
}
