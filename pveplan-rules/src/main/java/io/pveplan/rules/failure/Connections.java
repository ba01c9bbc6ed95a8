package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.NetworkPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which nodes still hear each other, and which of them go on.
 *
 * <p>A node hears another if both have a way into the network of one Corosync link that works.
 * Switches are taken to reach each other. The QDevice gives its votes to one side of those that reach
 * it: the one with most nodes, of equal ones the one with more nodes that reach it, then the one with
 * the lowest node number, which is the first of the plan (corosync-qdevice(8), corosync-qnetd).
 */
final class Connections {

  private final ResolvedPlan plan;
  // For each link, the way of each node.
  private final List<Map<String, Optional<NetworkPath>>> links = new ArrayList<>();
  private final Map<String, Optional<NetworkPath>> toQDevice = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();
  private final Rooms rooms;

  Connections(ResolvedPlan plan) {
    this.plan = plan;
    this.rooms = new Rooms(plan);
    for (Node node : plan.nodes()) {
      order.put(node.name(), order.size());
      qdevice()
          .ifPresent(it -> toQDevice.put(node.name(), Ways.to(plan, node.name(), it.address())));
    }
    for (CorosyncLink link : plan.linksByPreference()) {
      Map<String, Optional<NetworkPath>> ways = new HashMap<>();
      for (Node node : plan.nodes()) {
        ways.put(node.name(), plan.paths().path(node.name(), link.network()));
      }
      links.add(ways);
    }
  }

  private Optional<QDevice> qdevice() {
    return plan.plan().corosync().flatMap(Corosync::qdevice);
  }

  /**
   * The side that goes on, or would with more votes: the one with the most, and of equal ones the one
   * with the first node of the plan.
   *
   * @param dead names of the nodes that are down
   */
  Side strongest(Collection<String> dead, Damage damage) {
    SortedSet<String> up = new TreeSet<>(order.keySet());
    up.removeAll(dead);
    boolean asks = plan.quorum().qdeviceVotes() > 0 && !damage.failed().qdevice();
    if (!damage.ofNetworks()) {
      return strongest(List.of(up), node -> asks);
    }
    return strongest(
        parts(up, damage), node -> asks && damage.works(toQDevice.getOrDefault(node, NO_WAY)));
  }

  private static final Optional<NetworkPath> NO_WAY = Optional.empty();

  /**
   * The side that goes on when some rooms do not hear the others. The QDevice is reached by the side
   * it stands on. Both sides reach it where only two rooms have nodes and it stands in none of them,
   * or its place is not known.
   *
   * @param inside names of the nodes in these rooms
   */
  Side strongestWithout(SortedSet<String> inside, boolean qdeviceFails) {
    SortedSet<String> outside = new TreeSet<>(order.keySet());
    outside.removeAll(inside);
    boolean asks = plan.quorum().qdeviceVotes() > 0 && !qdeviceFails;
    Optional<SortedSet<String>> home = rooms.ofQDevice().map(rooms::nodes);
    boolean bothReach = home.isEmpty() || home.get().isEmpty() && rooms.count() == 2;
    boolean insideReaches = bothReach || home.get().stream().anyMatch(inside::contains);
    boolean outsideReaches = bothReach || !insideReaches;
    return strongest(
        List.of(inside, outside),
        node -> asks && (inside.contains(node) ? insideReaches : outsideReaches));
  }

  private Side strongest(List<SortedSet<String>> parts, Predicate<String> reaches) {
    Optional<SortedSet<String>> chosen = parts.stream()
        .filter(part -> part.stream().anyMatch(reaches))
        .min(Comparator.<SortedSet<String>>comparingInt(part -> -part.size())
            .thenComparingLong(part -> -part.stream().filter(reaches).count())
            .thenComparingInt(this::first));
    return parts.stream()
        .map(part -> new Side(part, votes(part, chosen.filter(part::equals).isPresent())))
        .min(Comparator.<Side>comparingInt(side -> -side.votes())
            .thenComparingInt(side -> first(side.nodes())))
        .orElseGet(() -> new Side(new TreeSet<>(), 0));
  }

  private int first(Collection<String> part) {
    return part.stream().mapToInt(order::get).min().orElse(Integer.MAX_VALUE);
  }

  private int votes(Collection<String> part, boolean withQDevice) {
    return part.stream().mapToInt(plan.quorum()::votes).sum()
        + (withQDevice ? plan.quorum().qdeviceVotes() : 0);
  }

  private List<SortedSet<String>> parts(SortedSet<String> up, Damage damage) {
    List<Predicate<String>> linked = new ArrayList<>();
    links.forEach(ways -> linked.add(node -> damage.works(ways.getOrDefault(node, NO_WAY))));
    if (linked.isEmpty()) {
      return List.of(up);
    }
    List<SortedSet<String>> whole = whole(up, linked);
    if (!whole.isEmpty()) {
      return whole;
    }
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
        List<String> heard = open.stream()
            .filter(other -> linked.stream().anyMatch(it -> it.test(node) && it.test(other)))
            .toList();
        heard.forEach(open::remove);
        next.addAll(heard);
      }
      parts.add(part);
    }
    return parts;
  }

  // Mostly there is a link that is up everywhere, and nothing to go through.
  private static List<SortedSet<String>> whole(
      SortedSet<String> up, List<Predicate<String>> linked) {
    return linked.stream().anyMatch(link -> up.stream().allMatch(link)) ? List.of(up) : List.of();
  }
}
