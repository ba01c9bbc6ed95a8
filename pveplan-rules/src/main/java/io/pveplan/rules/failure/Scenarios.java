package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.storage.StorageServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** The scenarios that a plan has the facts for, and what it lacks for the others. */
final class Scenarios {

  private static final int MOST_SETS = 10_000;
  private static final SortedSet<String> NONE = Collections.emptySortedSet();

  private final ResolvedPlan plan;
  private final Optional<QDevice> qdevice;
  private final List<Scenario> found = new ArrayList<>();
  private final List<String> limits = new ArrayList<>();

  private Scenarios(ResolvedPlan plan) {
    this.plan = plan;
    this.qdevice = plan.plan().corosync().flatMap(Corosync::qdevice);
  }

  static Scenarios of(ResolvedPlan plan) {
    Scenarios scenarios = new Scenarios(plan);
    scenarios.nodes();
    scenarios.racks();
    scenarios.switches();
    scenarios.power();
    scenarios.storageServers();
    scenarios.qdevice.ifPresent(
        it -> scenarios.add(ScenarioKind.QDEVICE, "qnetd", NONE, NONE, true));
    scenarios.rooms();
    scenarios.drains();
    return scenarios;
  }

  List<Scenario> found() {
    return Collections.unmodifiableList(found);
  }

  /** What is left out, and what the plan would have to tell. */
  List<String> limits() {
    return Collections.unmodifiableList(limits);
  }

  private void add(
      ScenarioKind kind,
      String name,
      Collection<String> nodes,
      Collection<String> switches,
      boolean qdeviceToo) {
    boolean isCutOff =
        qdevice.flatMap(QDevice::switchName).filter(switches::contains).isPresent();
    Failed failed = Failed.NOTHING.withNodes(nodes).withSwitches(switches);
    found.add(new Scenario(kind, name, qdeviceToo || isCutOff ? failed.withQDevice() : failed));
  }

  private void nodes() {
    List<String> names = plan.nodes().stream().map(Node::name).sorted().toList();
    int goal = Math.max(2, plan.plan().mustSurvive(FailureKind.NODE).orElse(1));
    for (int size = 1; size <= Math.min(goal, names.size()); size++) {
      long sets = combinations(names.size(), size);
      if (sets > MOST_SETS) {
        limits.add("sets of " + size + " nodes: " + sets + " of them are too many");
        return;
      }
      choose(names, size, 0, new ArrayList<>());
    }
  }

  private static long combinations(int of, int size) {
    long number = 1;
    for (int i = 1; i <= size; i++) {
      number = number * (of - size + i) / i;
    }
    return number;
  }

  private void choose(List<String> names, int size, int from, List<String> chosen) {
    if (chosen.size() == size) {
      found.add(Scenario.ofNodes(chosen));
      return;
    }
    for (int i = from; i < names.size(); i++) {
      chosen.add(names.get(i));
      choose(names, size, i + 1, chosen);
      chosen.remove(chosen.size() - 1);
    }
  }

  private void racks() {
    SortedSet<String> racks = new TreeSet<>();
    for (Node node : plan.nodes()) {
      Optional<String> rack = rack(node);
      rack.ifPresent(racks::add);
      if (rack.isEmpty()) {
        limits.add("racks: the rack of " + node.name());
      }
    }
    for (String rack : racks) {
      boolean qdeviceToo = qdevice.flatMap(QDevice::rack).filter(rack::equals).isPresent();
      List<String> inIt = names(node -> rack(node).filter(rack::equals).isPresent());
      add(
          ScenarioKind.RACK,
          rack,
          inIt,
          switchNames(it -> it.rack().filter(rack::equals).isPresent()),
          qdeviceToo);
    }
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

  private void switches() {
    if (plan.plan().switches().isEmpty()) {
      limits.add("switches: the switches");
    }
    plan.plan()
        .switches()
        .forEach(it -> add(ScenarioKind.SWITCH, it.name(), NONE, List.of(it.name()), false));
  }

  private void rooms() {
    SortedMap<String, SortedSet<String>> rooms = new TreeMap<>();
    for (Rack rack : plan.plan().racks()) {
      SortedSet<String> nodes =
          new TreeSet<>(names(node -> rack(node).filter(rack.name()::equals).isPresent()));
      if (!nodes.isEmpty()) {
        rack.room()
            .ifPresent(
                room -> rooms.computeIfAbsent(room, key -> new TreeSet<>()).addAll(nodes));
      }
    }
    if (rooms.size() == 2) {
      rooms.remove(rooms.lastKey());
      rooms.forEach((room, nodes) -> add(ScenarioKind.PARTITION, room, nodes, NONE, false));
    } else if (rooms.size() > 2) {
      rooms.forEach((room, nodes) -> add(ScenarioKind.PARTITION, room, nodes, NONE, false));
    }
  }

  private void power() {
    if (plan.plan().circuits().isEmpty()) {
      limits.add("circuits and UPSs: the circuits");
      return;
    }
    plan.nodes().stream()
        .filter(node -> !plan.powerFeeds(node).known())
        .forEach(node -> limits.add("circuits and UPSs: the power supplies of " + node.name()));
    SortedSet<String> upses = new TreeSet<>();
    for (Circuit circuit : plan.plan().circuits()) {
      circuit.ups().ifPresent(upses::add);
      feed(ScenarioKind.CIRCUIT, circuit.name(), PowerFeeds::onlyCircuit);
    }
    upses.forEach(ups -> feed(ScenarioKind.UPS, ups, PowerFeeds::onlyUps));
  }

  private void feed(
      ScenarioKind kind, String name, Function<PowerFeeds, Optional<String>> onlyFeed) {
    Predicate<PowerFeeds> down =
        feeds -> onlyFeed.apply(feeds).filter(name::equals).isPresent();
    boolean qdeviceToo = qdevice.filter(it -> down.test(plan.powerFeeds(it))).isPresent();
    add(
        kind,
        name,
        names(node -> down.test(plan.powerFeeds(node))),
        switchNames(it -> down.test(plan.paths().powerFeeds(it))),
        qdeviceToo);
  }

  private void storageServers() {
    for (StorageServer server : plan.plan().storageServers()) {
      Failed failed = Failed.NOTHING.withServers(List.of(server.name()));
      found.add(new Scenario(ScenarioKind.STORAGE_SERVER, server.name(), failed));
    }
  }

  private void drains() {
    if (plan.nodes().size() > 1) {
      plan.nodes().stream()
          .map(Node::name)
          .sorted()
          .forEach(node -> add(ScenarioKind.DRAIN, node, List.of(node), NONE, false));
    }
  }
}
