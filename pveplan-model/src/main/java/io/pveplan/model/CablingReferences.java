package io.pveplan.model;

import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Switches, their ports, and the cables between them and the nodes. */
final class CablingReferences {

  private final Names names;
  private final Problems found;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, SortedSet<String>> cards = new HashMap<>();
  private final Map<String, Set<String>> ports = new HashMap<>();
  private final Map<List<String>, Cable> plugged = new HashMap<>();

  private CablingReferences(ClusterPlan plan, Names names, Problems found) {
    this.names = names;
    this.found = found;
    plan.nodes().forEach(node -> nodes.put(node.name(), node));
  }

  static void check(ClusterPlan plan, Names names, Problems found) {
    CablingReferences references = new CablingReferences(plan, names, found);
    for (Circuit circuit : plan.circuits()) {
      circuit
          .upsAddress()
          .ifPresent(address -> ClusterReferences.address(
              found, PlanPath.of("circuit", circuit.name()), circuit, address, names));
    }
    plan.switches().forEach(references::check);
    plan.cables().forEach(references::check);
  }

  static void circuits(PlanPath at, List<PowerSupply> supplies, Names names, Problems found) {
    for (PowerSupply supply : supplies) {
      supply
          .circuit()
          .filter(circuit -> !names.circuits.contains(circuit))
          .ifPresent(
              circuit -> found.missing(at, supply, "power circuit", circuit, names.circuits));
    }
  }

  private void check(Switch device) {
    circuits(device.path(), device.powerSupplies(), names, found);
    device
        .managementAddress()
        .ifPresent(
            address -> ClusterReferences.address(found, device.path(), device, address, names));
    Set<String> known = new LinkedHashSet<>();
    for (SwitchPorts row : device.ports()) {
      row.networks()
          .forEach(name -> ClusterReferences.network(found, device.path(), row, name, names));
      row.names().stream()
          .filter(name -> !known.add(name))
          .findFirst()
          .ifPresent(name -> found.add(
              device.path(),
              row,
              "port " + name + " of switch " + device.name() + " is declared twice",
              "Declare each port in one row.",
              ""));
    }
    ports.putIfAbsent(device.name(), known);
  }

  private void check(Cable cable) {
    Node node = nodes.get(cable.node());
    if (node == null) {
      found.missing(cable.path(), cable, "node", cable.node(), names.nodes);
    } else if (cable.nic().isPresent()) {
      checkCard(cable, node, cable.nic().get());
    } else if (node.hardware().flatMap(Hardware::bmc).isEmpty()) {
      if (!found.isRefused("management controller", node.name())) {
        found.add(
            cable.path(),
            cable,
            node.name() + " has no management controller",
            "Declare it, or name the NIC that the cable ends in.",
            "");
      }
    }
    if (node != null) {
      Optional<Cable> other = plug(
          cable,
          "node",
          cable.node(),
          cable.nic().isPresent() ? "nic" : "bmc",
          cable.nic().orElse(""));
      other.ifPresent(it -> found.add(
          cable.path(),
          cable,
          "there are two cables in "
              + cable.nic().orElse("the management controller")
              + " of "
              + cable.node(),
          "Plug one cable into each end.",
          ""));
    }
    checkPort(cable);
  }

  private void checkCard(Cable cable, Node node, String name) {
    SortedSet<String> known = cards.computeIfAbsent(node.name(), key -> cards(node));
    if (known.contains(name)) {
      return;
    }
    if (node.interfaces().stream().anyMatch(each -> each.name().equals(name))) {
      found.add(
          cable.path(),
          cable,
          name + " of " + node.name() + " is not a network card",
          "Name the NIC that the cable ends in.",
          "");
    } else {
      found.missing(cable.path(), cable, "interface", name, known);
    }
  }

  /** The cards of a node: those that are declared, and those only named as ports. */
  private static SortedSet<String> cards(Node node) {
    SortedSet<String> all = new TreeSet<>();
    Set<String> others = new HashSet<>();
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Nic) {
        all.add(each.name());
      } else {
        others.add(each.name());
      }
      if (each instanceof Bond || each instanceof Bridge) {
        all.addAll(Layers.below(each));
      }
    }
    all.removeAll(others);
    return all;
  }

  private void checkPort(Cable cable) {
    Switch device = names.switches.get(cable.switchName());
    if (device == null) {
      found.missing(cable.path(), cable, "switch", cable.switchName(), names.switches.keySet());
      return;
    }
    Set<String> known = ports.getOrDefault(device.name(), Set.of());
    if (!known.isEmpty() && !known.contains(cable.port())) {
      found.add(
          cable.path(),
          cable,
          "switch " + device.name() + " has no port " + cable.port(),
          "Use one of" + NearestNames.shown(cable.port(), List.copyOf(known)) + ".",
          "");
      return;
    }
    plug(cable, "switch", cable.switchName(), "port", cable.port())
        .ifPresent(other -> found.add(
            cable.path(),
            cable,
            "port "
                + cable.port()
                + " of switch "
                + device.name()
                + " already has the cable from "
                + other.nic().orElse("the management controller")
                + " of "
                + other.node(),
            "Plug one cable into each port.",
            ""));
  }

  private Optional<Cable> plug(Cable cable, String... end) {
    return Optional.ofNullable(plugged.putIfAbsent(List.of(end), cable));
  }
}
