package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.NetworkPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which nodes still hear each other when switches fail.
 *
 * <p>A node hears another if both have a way into the network of one Corosync link: a NIC whose cable
 * ends on a switch that works. Switches are taken to reach each other. A node whose cables the plan
 * does not tell keeps its way.
 */
final class Connections {

  private final ResolvedPlan plan;
  // For each link, the switches that the way of a node ends on; none for a way that is not known.
  private final List<SortedMap<String, SortedSet<String>>> links = new ArrayList<>();
  private final Map<String, Integer> order = new HashMap<>();

  Connections(ResolvedPlan plan) {
    this.plan = plan;
    for (Node node : plan.nodes()) {
      order.put(node.name(), order.size());
    }
    for (CorosyncLink link : plan.linksByPreference()) {
      SortedMap<String, SortedSet<String>> ways = new TreeMap<>();
      for (Node node : plan.nodes()) {
        Optional<NetworkPath> path = plan.paths().path(node.name(), link.network());
        boolean known = path.filter(it -> it.uncabled().isEmpty()).isPresent();
        ways.put(node.name(), known ? path.get().switches() : Collections.emptySortedSet());
      }
      links.add(ways);
    }
  }

  /**
   * Names of the nodes that are up and cut off from the part of the cluster that goes on: the one
   * with the most votes, the one with the first node of the plan among equals.
   *
   * @param dead names of the nodes that are down
   * @param switches names of the switches that fail
   */
  SortedSet<String> cutOff(Collection<String> dead, Collection<String> switches) {
    if (switches.isEmpty() || links.isEmpty()) {
      return new TreeSet<>();
    }
    SortedSet<String> up = new TreeSet<>(order.keySet());
    up.removeAll(dead);
    List<SortedSet<String>> parts = parts(up, switches);
    parts.sort(Comparator.comparingInt(this::votes)
        .reversed()
        .thenComparingInt(part -> part.stream().mapToInt(order::get).min().orElse(0)));
    SortedSet<String> cutOff = new TreeSet<>(up);
    parts.stream().findFirst().ifPresent(cutOff::removeAll);
    return cutOff;
  }

  /** Of two sides that do not hear each other, the one that does not go on. */
  SortedSet<String> losingSide(SortedSet<String> one) {
    SortedSet<String> other = new TreeSet<>(order.keySet());
    other.removeAll(one);
    int difference = votes(one) - votes(other);
    boolean oneHasTheFirst =
        !plan.nodes().isEmpty() && one.contains(plan.nodes().get(0).name());
    return difference < 0 || (difference == 0 && !oneHasTheFirst) ? one : other;
  }

  private int votes(SortedSet<String> part) {
    return part.stream().mapToInt(plan.quorum()::votes).sum();
  }

  private List<SortedSet<String>> parts(SortedSet<String> up, Collection<String> switches) {
    SortedSet<String> open = new TreeSet<>(up);
    List<SortedSet<String>> parts = new ArrayList<>();
    while (!open.isEmpty()) {
      SortedSet<String> part = new TreeSet<>();
      Deque<String> next = new ArrayDeque<>();
      next.add(open.first());
      open.remove(open.first());
      while (!next.isEmpty()) {
        String node = next.poll();
        part.add(node);
        List<String> heard =
            open.stream().filter(other -> hear(node, other, switches)).toList();
        heard.forEach(open::remove);
        next.addAll(heard);
      }
      parts.add(part);
    }
    return parts;
  }

  private boolean hear(String one, String other, Collection<String> switches) {
    return links.stream()
        .anyMatch(ways -> works(ways.get(one), switches) && works(ways.get(other), switches));
  }

  private static boolean works(Collection<String> way, Collection<String> failed) {
    return way.isEmpty() || !failed.containsAll(way);
  }
}
