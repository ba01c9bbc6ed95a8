package io.pveplan.rules.network;

import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Vlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cards that a node declares, and what goes over them. */
final class NodeCards {

  private final List<Nic> unused;
  private final boolean listed;
  private final Set<String> names = new HashSet<>();

  NodeCards(Node node) {
    Set<String> used = new HashSet<>();
    Set<String> parents = new HashSet<>();
    for (NodeInterface each : node.interfaces()) {
      names.add(each.name());
      used.addAll(below(each));
      if (each instanceof Vlan vlan) {
        parents.add(vlan.parent());
      }
    }
    List<Nic> all = node.interfaces().stream()
        .filter(Nic.class::isInstance)
        .map(Nic.class::cast)
        .toList();
    this.unused = all.stream()
        .filter(card -> card.addresses().isEmpty() && !used.contains(card.name()))
        .toList();
    // A card with an address or a VLAN has to be declared, others only to tell of them.
    this.listed = all.stream()
        .anyMatch(card -> card.mac().isPresent()
            || card.speed().isPresent()
            || card.addresses().isEmpty() && !parents.contains(card.name()));
  }

  static List<String> below(NodeInterface each) {
    if (each instanceof Bond bond) {
      return bond.slaves();
    } else if (each instanceof Bridge bridge) {
      return bridge.ports();
    }
    return each instanceof Vlan vlan ? List.of(vlan.parent()) : List.of();
  }

  /** Name and line. */
  static String told(Nic card) {
    return card.name() + card.declaredAt().map(line -> " (" + line + ")").orElse("");
  }

  /** Whether the node declares cards that it need not declare: then it declares all. */
  boolean listed() {
    return listed;
  }

  List<Nic> unused() {
    return unused;
  }

  boolean declares(String name) {
    return names.contains(name);
  }
}
