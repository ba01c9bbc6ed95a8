package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.NodeInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The physical NICs below a Corosync link, as far as something else travels over them.
 *
 * @param shared by node and NIC, what else travels there
 * @param missingFacts what the plan would have to say
 */
record LinkNics(
    SortedMap<String, SortedMap<String, SortedSet<Traffic>>> shared,
    SortedSet<String> missingFacts) {

  static LinkNics of(CorosyncLink link, ResolvedPlan plan) {
    LinkNics nics = new LinkNics(new TreeMap<>(), new TreeSet<>());
    for (Node node : plan.nodes()) {
      Optional<NodeInterface> own = plan.topology().interfaceOn(node.name(), link.network());
      if (own.isPresent()) {
        nics.look(node.name(), own.get(), plan);
      } else {
        nics.missingFacts.add("interface of " + node.name() + " on network " + link.network());
      }
    }
    return nics;
  }

  private void look(String node, NodeInterface own, ResolvedPlan plan) {
    SortedSet<String> below = plan.topology().physicalNics(node, own.name());
    if (below.isEmpty()) {
      missingFacts.add("physical NICs below " + own.name() + " of " + node);
    }
    below.forEach(nic -> look(node, nic, plan));
  }

  private void look(String node, String nic, ResolvedPlan plan) {
    SortedSet<Traffic> others = new TreeSet<>(plan.networkUse().over(node, nic));
    others.remove(Traffic.COROSYNC);
    others.remove(Traffic.OUT_OF_BAND);
    if (!others.isEmpty()) {
      shared.computeIfAbsent(node, key -> new TreeMap<>()).put(nic, others);
    }
    for (String network : plan.topology().networksOver(node, nic)) {
      if (plan.networkUse().traffic(network).isEmpty()) {
        missingFacts.add("traffic of network " + network);
      }
    }
  }

  /** Whether nothing else travels over any of them, as far as can be known. */
  boolean dedicated() {
    return shared.isEmpty() && missingFacts.isEmpty();
  }

  /** One part for all nodes where the same travels over a NIC of the same name. */
  String describe() {
    Map<String, List<String>> nodes = new LinkedHashMap<>();
    shared.forEach((node, nics) -> nics.forEach((nic, traffic) -> nodes
        .computeIfAbsent(nic + " also carries " + words(traffic), key -> new ArrayList<>())
        .add(node)));
    List<String> parts = new ArrayList<>();
    nodes.forEach((what, where) -> parts.add(what + " on " + String.join(", ", where)));
    return String.join("; ", parts);
  }

  private static String words(SortedSet<Traffic> traffic) {
    return String.join(", ", traffic.stream().map(Traffic::text).toList());
  }
}
