package io.pveplan.rules.failure;

import static io.pveplan.rules.failure.ScenarioKind.RACK;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.hardware.Switch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The scenarios of places and feeds: racks, rooms, circuits, UPSs, closed over what is there. */
final class PlaceScenarios {

  private final ResolvedPlan plan;
  private final Optional<QDevice> qdevice;
  private final Rooms rooms;
  private final List<Scenario> found;
  private final Limits limits;
  private final Map<String, PowerFeeds> ofNodes = new HashMap<>();
  private final Map<String, PowerFeeds> ofSwitches = new HashMap<>();

  PlaceScenarios(ResolvedPlan plan, List<Scenario> found, Limits limits) {
    this.plan = plan;
    this.qdevice = plan.plan().corosync().flatMap(Corosync::qdevice);
    this.rooms = new Rooms(plan);
    this.found = found;
    this.limits = limits;
  }

  void add() {
    racks();
    rooms();
    power();
    partitions();
  }

  private void add(
      ScenarioKind kind,
      List<String> failing,
      Collection<String> nodes,
      Collection<String> switches,
      boolean qdeviceToo) {
    boolean isCutOff =
        qdevice.flatMap(QDevice::switchName).filter(switches::contains).isPresent();
    Failed failed = Failed.NOTHING.withNodes(nodes).withSwitches(switches);
    found.add(new Scenario(
        kind,
        String.join("+", failing),
        qdeviceToo || isCutOff ? failed.withQDevice() : failed,
        failing.size()));
  }

  private void racks() {
    SortedSet<String> racks = new TreeSet<>();
    for (Node node : plan.nodes()) {
      Optional<String> rack = rack(node);
      rack.ifPresent(racks::add);
      if (rack.isEmpty()) {
        limits.add("racks", "the rack of " + node.name(), RACK);
      }
    }
    if (!racks.isEmpty()) {
      for (Switch device : plan.plan().switches()) {
        if (device.rack().isEmpty()) {
          limits.add("racks", "the rack of switch " + device.name(), RACK);
        }
      }
      if (qdevice.filter(it -> it.rack().isEmpty()).isPresent()) {
        limits.add("racks", "the rack of the QDevice", RACK);
      }
      if (!plan.plan().storageServers().isEmpty()) {
        limits.add(
            "racks and rooms",
            "where storage servers stand; none falls with a rack",
            RACK,
            ScenarioKind.ROOM);
      }
    }
    racks.forEach(rack -> standing(RACK, rack, rack::equals));
  }

  private void rooms() {
    SortedSet<String> names = rooms.names();
    if (names.isEmpty()) {
      limits.add("rooms", "the rooms of the racks", ScenarioKind.ROOM, ScenarioKind.PARTITION);
    } else {
      for (Node node : plan.nodes()) {
        if (rooms.of(rack(node)).isEmpty()) {
          limits.add(
              "rooms", "the room of " + node.name(), ScenarioKind.ROOM, ScenarioKind.PARTITION);
        }
      }
      for (Switch device : plan.plan().switches()) {
        if (rooms.of(device.rack()).isEmpty()) {
          limits.add("rooms", "the room of switch " + device.name(), ScenarioKind.ROOM);
        }
      }
      if (qdevice.isPresent() && rooms.ofQDevice().isEmpty()) {
        limits.add("rooms", "the room of the QDevice", ScenarioKind.ROOM, ScenarioKind.PARTITION);
      }
    }
    for (String room : names) {
      standing(
          ScenarioKind.ROOM,
          room,
          rack -> rooms.of(Optional.of(rack)).filter(room::equals).isPresent());
    }
  }

  private void standing(ScenarioKind kind, String name, Predicate<String> here) {
    add(
        kind,
        List.of(name),
        names(node -> rack(node).filter(here).isPresent()),
        switchNames(it -> it.rack().filter(here).isPresent()),
        qdevice.flatMap(QDevice::rack).filter(here).isPresent());
  }

  private static Optional<String> rack(Node node) {
    return node.hardware().flatMap(Hardware::rack);
  }

  private List<String> names(Predicate<Node> which) {
    return plan.nodes().stream().filter(which).map(Node::name).toList();
  }

  private List<String> switchNames(Predicate<Switch> which) {
    return plan.plan().switches().stream().filter(which).map(Switch::name).toList();
  }

  // Of two rooms it is the same which of them does not hear the other.
  private void partitions() {
    SortedSet<String> names = rooms.names();
    if (names.size() == 2) {
      names.remove(names.last());
    } else if (names.size() == 1) {
      names.clear();
    }
    names.forEach(
        room -> add(ScenarioKind.PARTITION, List.of(room), rooms.nodes(room), List.of(), false));
  }

  private void power() {
    if (plan.plan().circuits().isEmpty()) {
      unknownFeed("the circuits");
      return;
    }
    plan.nodes().stream()
        .filter(node -> !plan.powerFeeds(node).known())
        .forEach(node -> unknownFeed("the power supplies of " + node.name()));
    plan.plan().switches().stream()
        .filter(device -> !plan.paths().powerFeeds(device).known())
        .forEach(device -> unknownFeed("the power supplies of switch " + device.name()));
    if (qdevice.filter(it -> !plan.powerFeeds(it).known()).isPresent()) {
      unknownFeed("the power supplies of the QDevice");
    }
    if (!plan.plan().storageServers().isEmpty()) {
      unknownFeed("what feeds storage servers; none falls with a feed");
    }
    SortedSet<String> upses = new TreeSet<>();
    List<String> circuits = new ArrayList<>();
    for (Circuit circuit : plan.plan().circuits()) {
      circuit.ups().ifPresent(upses::add);
      circuits.add(circuit.name());
    }
    circuits.forEach(circuit -> feed(ScenarioKind.CIRCUIT, List.of(circuit), onCircuits()));
    upses.forEach(ups -> feed(ScenarioKind.UPS, List.of(ups), onUpses()));
    Pairs.of(circuits, "circuits", ScenarioKind.CIRCUITS, limits)
        .forEach(pair -> feed(ScenarioKind.CIRCUITS, pair, onCircuits()));
    Pairs.of(List.copyOf(upses), "UPSs", ScenarioKind.UPSES, limits)
        .forEach(pair -> feed(ScenarioKind.UPSES, pair, onUpses()));
  }

  // The feeds without which something is down; none where that is not known.
  private static Function<PowerFeeds, Set<String>> onCircuits() {
    return feeds -> feeds.known() ? feeds.circuits() : Set.of();
  }

  private static Function<PowerFeeds, Set<String>> onUpses() {
    return feeds -> feeds.known() && !feeds.besidesUps() ? feeds.upses() : Set.of();
  }

  private void unknownFeed(String fact) {
    limits.add("circuits and UPSs", fact, ScenarioKind.CIRCUIT, ScenarioKind.UPS);
  }

  private void feed(
      ScenarioKind kind, List<String> failing, Function<PowerFeeds, Set<String>> feedsOf) {
    Predicate<PowerFeeds> down =
        feeds -> !feedsOf.apply(feeds).isEmpty() && failing.containsAll(feedsOf.apply(feeds));
    boolean qdeviceToo = qdevice.filter(it -> down.test(plan.powerFeeds(it))).isPresent();
    add(
        kind,
        failing,
        names(
            node -> down.test(ofNodes.computeIfAbsent(node.name(), key -> plan.powerFeeds(node)))),
        switchNames(it ->
            down.test(ofSwitches.computeIfAbsent(it.name(), key -> plan.paths().powerFeeds(it)))),
        qdeviceToo);
  }
}
