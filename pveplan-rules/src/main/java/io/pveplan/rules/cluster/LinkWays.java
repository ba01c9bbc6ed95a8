package io.pveplan.rules.cluster;

import io.pveplan.model.Origin;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.SharedPart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The ways of the nodes over one Corosync link, and what takes them down. */
final class LinkWays {

  private final CorosyncLink link;
  private final ResolvedPlan plan;
  private final Map<String, NetworkPath> paths = new LinkedHashMap<>();
  private final Map<SharedPart, SortedSet<String>> nodesByPart = new LinkedHashMap<>();
  private final SortedSet<String> missing = new TreeSet<>();
  private final SortedSet<String> unknownFeeds = new TreeSet<>();
  private boolean mayLosePower;

  private LinkWays(CorosyncLink link, ResolvedPlan plan) {
    this.link = link;
    this.plan = plan;
  }

  static LinkWays of(CorosyncLink link, ResolvedPlan plan) {
    LinkWays ways = new LinkWays(link, plan);
    plan.nodes().forEach(ways::add);
    return ways;
  }

  private void add(Node node) {
    Optional<NetworkPath> found = plan.paths().path(node.name(), link.network());
    if (found.isEmpty()) {
      missing.add("interface of " + node.name() + " on network " + link.network());
      return;
    }
    NetworkPath path = found.get();
    if (path.nics().isEmpty()) {
      missing.add("physical NICs below " + path.interfaceName() + " of " + node.name());
    }
    path.uncabled().forEach(nic -> missing.add("cable in " + nic + " of " + node.name()));
    paths.put(node.name(), path);
    for (SharedPart part : path.singlePoints()) {
      if (!fails(node, part)) {
        nodesByPart.computeIfAbsent(part, key -> new TreeSet<>()).add(node.name());
      }
    }
    addFeeds(path);
  }

  // A node that is down with a circuit itself needs no link then.
  private boolean fails(Node node, SharedPart part) {
    PowerFeeds feeds = plan.powerFeeds(node);
    Optional<String> name = Optional.of(part.name());
    return part.kind() == SharedPart.Kind.CIRCUIT && feeds.onlyCircuit().equals(name)
        || part.kind() == SharedPart.Kind.UPS && feeds.onlyUps().equals(name);
  }

  // One switch that outlives each circuit is enough for the way.
  private void addFeeds(NetworkPath path) {
    SortedSet<String> unknown = new TreeSet<>();
    for (String name : path.switches()) {
      PowerFeeds feeds = plan.paths().powerFeeds(plan.paths().device(name).orElseThrow());
      if (!feeds.known()) {
        unknown.add("power circuits of switch " + name);
      } else if (feeds.onlyCircuit().isEmpty() && feeds.onlyUps().isEmpty()) {
        return;
      }
    }
    unknownFeeds.addAll(unknown);
    mayLosePower |= !path.switches().isEmpty();
  }

  int number() {
    return link.number();
  }

  Optional<Origin> declaredAt() {
    return link.declaredAt();
  }

  /** The facts about the ways that are missing. */
  SortedSet<String> missing() {
    return missing;
  }

  /** The facts about the power that would tell more: only where either link may lose it. */
  SortedSet<String> unknownFeeds(LinkWays other) {
    SortedSet<String> facts = new TreeSet<>();
    if (mayLosePower && other.mayLosePower) {
      facts.addAll(unknownFeeds);
      facts.addAll(other.unknownFeeds);
    }
    return facts;
  }

  /** What takes this link and another one down. */
  List<SharedByLinks> sharedWith(LinkWays other) {
    List<SharedByLinks> shared = new ArrayList<>(sharedInNodes(other));
    SortedSet<String> told = new TreeSet<>();
    for (Map.Entry<SharedPart, SortedSet<String>> each : nodesByPart.entrySet()) {
      SharedPart part = each.getKey();
      if (part.kind() == SharedPart.Kind.SWITCH && other.nodesByPart.containsKey(part)) {
        shared.add(shared(part, each.getValue(), other, other.nodesByPart.get(part)));
        told.add(part.name());
      }
    }
    for (SharedPart part : nodesByPart.keySet()) {
      SortedSet<String> nodes = besides(told, part);
      SortedSet<String> otherNodes = other.besides(told, part);
      if (part.kind() != SharedPart.Kind.SWITCH && !nodes.isEmpty() && !otherNodes.isEmpty()) {
        shared.add(shared(part, nodes, other, otherNodes));
      }
    }
    return shared;
  }

  private List<SharedByLinks> sharedInNodes(LinkWays other) {
    Map<SharedPart, SortedSet<String>> nodes = new LinkedHashMap<>();
    paths.forEach((node, path) -> Stream.ofNullable(other.paths.get(node))
        .flatMap(it -> path.sharedWith(it).stream())
        .filter(part -> part.kind() == SharedPart.Kind.NIC || part.kind() == SharedPart.Kind.BOND)
        .forEach(part -> nodes.computeIfAbsent(part, key -> new TreeSet<>()).add(node)));
    List<SharedByLinks> shared = new ArrayList<>();
    nodes.forEach((part, names) -> shared.add(shared(part, names, other, names)));
    return shared;
  }

  // Where a switch is shared, its power need not be told.
  private SortedSet<String> besides(SortedSet<String> switches, SharedPart part) {
    SortedSet<String> nodes = new TreeSet<>(nodesByPart.getOrDefault(part, new TreeSet<>()));
    nodes.removeIf(node -> switches.containsAll(paths.get(node).switches()));
    return nodes;
  }

  private SharedByLinks shared(
      SharedPart part, SortedSet<String> nodes, LinkWays other, SortedSet<String> otherNodes) {
    String node = nodes.stream().filter(otherNodes::contains).findFirst().orElse(nodes.first());
    String otherNode = otherNodes.contains(node) ? node : otherNodes.first();
    return new SharedByLinks(
        part, other.number(), nodes, otherNodes, List.of(other.way(otherNode), way(node)));
  }

  private String way(String node) {
    return "link" + number() + " of " + node + " goes " + paths.get(node);
  }
}
