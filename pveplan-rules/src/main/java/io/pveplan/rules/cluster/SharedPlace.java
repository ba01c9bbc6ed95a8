package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.network.NetworkPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The nodes that go down with the place a QDevice is in, and what is not known of them. */
final class SharedPlace {

  /** Where a node is; it notes what is missing to tell. */
  interface Place {
    Optional<String> of(SharedPlace shared, Node node);
  }

  private final ResolvedPlan plan;
  private final int share;
  private final List<String> reasons = new ArrayList<>();
  private final SortedSet<String> missing = new TreeSet<>();

  SharedPlace(ResolvedPlan plan, int share) {
    this.plan = plan;
    this.share = share;
  }

  List<String> reasons() {
    return reasons;
  }

  SortedSet<String> missing() {
    return missing;
  }

  void miss(String fact) {
    missing.add(fact);
  }

  /** Compares a place of the QDevice with those of the nodes. */
  void with(String kind, Optional<String> name, Place place) {
    if (name.isEmpty()) {
      miss(kind + " of the host of the QDevice");
      return;
    }
    List<String> nodes = new ArrayList<>();
    int votes = 0;
    int all = 0;
    for (Node node : plan.nodes()) {
      int own = plan.quorum().votes(node.name());
      all += own;
      if (place.of(this, node).equals(name)) {
        nodes.add(node.name());
        votes += own;
      }
    }
    if (votes > 0 && votes * 100L >= (long) share * all) {
      reasons.add("shares %s %s with %s, which %s %d of the %d votes of the nodes"
          .formatted(
              kind,
              name.get(),
              String.join(", ", nodes),
              nodes.size() == 1 ? "has" : "have",
              votes,
              all));
    }
  }

  Optional<String> rack(Node node) {
    Optional<String> rack = node.hardware().flatMap(Hardware::rack);
    if (rack.isEmpty()) {
      miss("rack of " + node.name());
    }
    return rack;
  }

  Optional<String> circuit(Node node) {
    return feeds(node).onlyCircuit();
  }

  Optional<String> ups(Node node) {
    return feeds(node).onlyUps();
  }

  private PowerFeeds feeds(Node node) {
    PowerFeeds feeds = plan.powerFeeds(node);
    if (!feeds.known()) {
      miss("power circuits of " + node.name());
    }
    return feeds;
  }

  /** The switch without which a node has no Corosync link. */
  Optional<String> onlySwitch(Node node) {
    SortedSet<String> switches = new TreeSet<>();
    for (CorosyncLink link : plan.linksByPreference()) {
      Optional<NetworkPath> path = plan.paths().path(node.name(), link.network());
      if (path.isEmpty()) {
        miss("interface of " + node.name() + " on network " + link.network());
        return Optional.empty();
      }
      path.get().uncabled().forEach(nic -> miss("cable in " + nic + " of " + node.name()));
      if (!path.get().uncabled().isEmpty()) {
        return Optional.empty();
      }
      switches.addAll(path.get().switches());
    }
    return switches.size() == 1 ? Optional.of(switches.first()) : Optional.empty();
  }
}
