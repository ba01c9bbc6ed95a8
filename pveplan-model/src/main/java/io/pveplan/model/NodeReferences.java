package io.pveplan.model;

import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.OvsIntPort;
import io.pveplan.model.network.Vlan;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** References inside one node, and from it to networks and circuits. */
final class NodeReferences {

  private final Node node;
  private final ClusterPlan plan;
  private final Names names;
  private final Problems found;
  private final Map<String, NodeInterface> interfaces = new TreeMap<>();

  private NodeReferences(Node node, ClusterPlan plan, Names names, Problems found) {
    this.node = node;
    this.plan = plan;
    this.names = names;
    this.found = found;
  }

  static void check(Node node, ClusterPlan plan, Names names, Problems found) {
    new NodeReferences(node, plan, names, found).check();
  }

  private void check() {
    checkRelease();
    for (NodeInterface each : node.interfaces()) {
      if (interfaces.putIfAbsent(each.name(), each) != null) {
        found.add(
            path(each),
            each,
            "there are two interfaces with this name",
            "Declare each interface once.",
            "NET-003");
      }
    }
    node.interfaces().forEach(this::checkInterface);
    node.interfaces().forEach(this::checkMac);
    checkPorts();
    new PortReferences(node, interfaces, found).check();
    checkLoops();
    NodeDevices.check(node, found);
    List<PowerSupply> supplies = node.hardware().map(Hardware::powerSupplies).orElse(List.of());
    CablingReferences.circuits(node.path(), supplies, names, found);
    node.hardware()
        .flatMap(Hardware::bmc)
        .ifPresent(bmc -> checkAddress(node.path().child("bmc"), bmc, bmc.address()));
  }

  private void checkRelease() {
    node.release()
        .filter(release -> !plan.release().covers(release))
        .ifPresent(release -> found.add(
            node.path(),
            node,
            "release " + release + " is not what the plan is made for: Proxmox VE "
                + plan.release(),
            "Install a release of " + plan.release() + ", or set another target of the plan.",
            ""));
  }

  private PlanPath path(NodeInterface each) {
    return node.path().child(each.name());
  }

  private void checkInterface(NodeInterface each) {
    each.addresses().forEach(address -> checkAddress(path(each), each, address));
    if (each instanceof Bridge bridge) {
      for (String network : bridge.networks()) {
        ClusterReferences.network(found, path(each), each, network, names);
      }
    } else if (each instanceof Vlan vlan && !interfaces.containsKey(vlan.parent())) {
      found.missing(path(each), each, "interface", vlan.parent(), interfaces.keySet(), "NET-015");
    } else if (each instanceof OvsIntPort port && !interfaces.containsKey(port.bridge())) {
      found.missing(path(each), each, "interface", port.bridge(), interfaces.keySet(), "NET-036");
    }
  }

  // A .link file finds its card by the address, so that two cards of one are a slip of the pen.
  private void checkMac(NodeInterface each) {
    if (!(each instanceof Nic nic) || nic.mac().isEmpty()) {
      return;
    }
    String user = nic.name() + " of " + node.name();
    String line = nic.declaredAt().map(it -> " (" + it + ")").orElse("");
    String other = names.cards.putIfAbsent(nic.mac().get(), user + line);
    // Two declarations of one card are a problem of their own.
    if (other != null && interfaces.get(nic.name()) == nic) {
      found.add(
          path(nic),
          nic,
          "MAC address " + nic.mac().get() + " is already that of " + other,
          "Give each card the permanent address it has.",
          "");
    }
  }

  private void checkAddress(PlanPath at, Declared by, InterfaceAddress address) {
    ClusterReferences.address(found, at, by, address, names);
  }

  private void checkPorts() {
    Map<String, String> users = new HashMap<>();
    for (NodeInterface each : node.interfaces()) {
      if (Layers.shares(each)) {
        continue;
      }
      for (String port : Layers.below(each)) {
        String other = users.putIfAbsent(port, each.name());
        if (other != null) {
          found.add(
              path(each),
              each,
              port + " is already used by " + other,
              "Give each NIC or bond to one bridge or bond.",
              "NET-005");
        }
        checkPort(each, port);
      }
    }
  }

  private void checkPort(NodeInterface user, String port) {
    NodeInterface used = interfaces.get(port);
    if (used == null) {
      // A card needs no declaration of its own, anything else does.
      if (!NameFormat.NIC.matches(port)) {
        found.missing(path(user), user, "interface", port, interfaces.keySet(), "NET-006");
      }
      return;
    }
    boolean possible = used instanceof Nic
        || used instanceof Bond && user instanceof Bridge
        || used instanceof Vlan && user instanceof Bridge;
    if (!possible) {
      found.add(
          path(user),
          user,
          port + " can not be a port of " + user.name(),
          "A bond takes NICs; a bridge takes NICs, bonds and VLAN interfaces.",
          "NET-007");
    }
    if (!used.addresses().isEmpty()) {
      found.add(
          path(used),
          used,
          port + " has an address although it is a port of " + user.name(),
          "Give the address to " + user.name() + ".",
          "NET-011");
    }
  }

  // ifupdown2 brings up what lies below first, and would never come to an end.
  private void checkLoops() {
    Set<String> reported = new HashSet<>();
    for (NodeInterface each : node.interfaces()) {
      Set<String> below = new TreeSet<>();
      collect(each, below);
      if (below.contains(each.name()) && Collections.disjoint(below, reported)) {
        reported.addAll(below);
        found.add(
            path(each),
            each,
            each.name() + " lies on itself, by way of " + String.join(", ", below),
            "Let VLAN interfaces lie on a NIC or bond, or on a bridge that has no port of them.",
            "");
      }
    }
  }

  private void collect(NodeInterface each, Set<String> below) {
    for (String name : Layers.below(each)) {
      NodeInterface lower = interfaces.get(name);
      if (below.add(name) && lower != null) {
        collect(lower, below);
      }
    }
  }
}
