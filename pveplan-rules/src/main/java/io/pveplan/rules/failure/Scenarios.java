package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.cluster.Quorum;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The scenarios that a plan has the facts for, and what it lacks for the others. */
final class Scenarios {

  private final ResolvedPlan plan;
  private final Optional<QDevice> qdevice;
  private final List<String> names;
  private final List<Scenario> found = new ArrayList<>();
  private final Limits limits = new Limits();

  private Scenarios(ResolvedPlan plan) {
    this.plan = plan;
    this.qdevice = plan.plan().corosync().flatMap(Corosync::qdevice);
    this.names = plan.nodes().stream().map(Node::name).sorted().toList();
  }

  static Scenarios of(ResolvedPlan plan) {
    Scenarios scenarios = new Scenarios(plan);
    new NodeSets(plan, scenarios.found, scenarios.limits).add();
    new PlaceScenarios(plan, scenarios.found, scenarios.limits).add();
    scenarios.switches();
    plan.nodes().forEach(scenarios::interfaces);
    scenarios.storageServers();
    OtherServer.of(plan).forEach(server -> scenarios.found.add(server.scenario()));
    scenarios.unknownServers();
    scenarios.pairsOfServers();
    scenarios.portals();
    new DiskScenarios(plan, scenarios.found, scenarios.limits).add();
    scenarios.backupServers();
    scenarios.qdevice();
    scenarios.mostVotes();
    scenarios.drains();
    return scenarios;
  }

  List<Scenario> found() {
    return Collections.unmodifiableList(found);
  }

  /** What is left out, and what the plan would have to tell. */
  Limits limits() {
    return limits;
  }

  /** The fewest nodes without which no quorum is left, and the QDevice if that has more votes. */
  Optional<Scenario> withoutQuorum() {
    Quorum quorum = plan.quorum();
    List<String> falling = names.stream()
        .sorted(Comparator.comparingInt((String node) -> -quorum.votes(node))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
    int votes = quorum.expectedVotes();
    int ofQDevice = quorum.qdeviceVotes();
    boolean qdeviceFirst = !falling.isEmpty() && ofQDevice > quorum.votes(falling.get(0));
    votes -= qdeviceFirst ? ofQDevice : 0;
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < falling.size() && votes >= quorum.quorum(); i++) {
      lost.add(falling.get(i));
      votes -= quorum.votes(falling.get(i));
    }
    if (lost.isEmpty()) {
      return Optional.empty();
    }
    Scenario nodes = Scenario.ofNodes(lost);
    return Optional.of(
        qdeviceFirst
            ? new Scenario(
                ScenarioKind.NODE_AND_QDEVICE,
                nodes.name() + "+qnetd",
                nodes.failed().withQDevice(),
                lost.size() + 1)
            : nodes);
  }

  private void add(ScenarioKind kind, String name, Failed failed) {
    found.add(new Scenario(kind, name, failed));
  }

  private void switches() {
    if (plan.plan().switches().isEmpty()) {
      limits.add("switches", "the switches", ScenarioKind.SWITCH);
      return;
    }
    for (Node node : plan.nodes()) {
      if (!cabled(node)) {
        limits.add("switches", "the cables of " + node.name(), ScenarioKind.SWITCH);
      }
    }
    List<String> devices = plan.plan().switches().stream().map(Switch::name).toList();
    devices.forEach(device -> switches(ScenarioKind.SWITCH, List.of(device)));
    Pairs.of(devices, "switches", ScenarioKind.SWITCHES, limits)
        .forEach(pair -> switches(ScenarioKind.SWITCHES, pair));
  }

  private void switches(ScenarioKind kind, List<String> devices) {
    Failed failed = Failed.NOTHING.withSwitches(devices);
    boolean qdeviceToo =
        qdevice.flatMap(QDevice::switchName).filter(devices::contains).isPresent();
    found.add(new Scenario(
        kind,
        String.join("+", devices),
        qdeviceToo ? failed.withQDevice() : failed,
        devices.size()));
  }

  // Cards that nothing is built on need no cable.
  private boolean cabled(Node node) {
    List<NodeInterface> interfaces = plan.topology().interfaces(node.name());
    return !interfaces.isEmpty()
        && interfaces.stream()
            .filter(each -> !(each instanceof Nic) || !each.addresses().isEmpty())
            .flatMap(each -> plan.paths().over(node.name(), each.name()).stream())
            .allMatch(way -> way.uncabled().isEmpty());
  }

  private void interfaces(Node node) {
    List<NodeInterface> interfaces = plan.topology().interfaces(node.name());
    if (interfaces.isEmpty()) {
      limits.add("NICs and bonds", "the interfaces of " + node.name(), ScenarioKind.NIC);
    }
    for (NodeInterface each : interfaces) {
      if (each instanceof Nic) {
        part(ScenarioKind.NIC, node, each, List.of(each.name()));
      }
    }
    for (NodeInterface each : interfaces) {
      if (each instanceof Bond bond) {
        part(ScenarioKind.BOND, node, each, bond.slaves());
      }
    }
  }

  private void part(ScenarioKind kind, Node node, NodeInterface each, Collection<String> nics) {
    List<NodePart> parts =
        nics.stream().map(nic -> new NodePart(node.name(), nic)).toList();
    String name = node.name() + " " + each.name();
    found.add(new Scenario(kind, name, Failed.NOTHING.withNics(parts), parts.size()));
  }

  private void storageServers() {
    for (StorageServer server : plan.plan().storageServers()) {
      add(
          ScenarioKind.STORAGE_SERVER,
          server.name(),
          Failed.NOTHING.withServers(List.of(server.name())));
    }
  }

  private void pairsOfServers() {
    List<Scenario> servers =
        found.stream().filter(it -> it.kind() == ScenarioKind.STORAGE_SERVER).toList();
    for (List<Scenario> pair :
        Pairs.of(servers, "storage servers", ScenarioKind.STORAGE_SERVERS, limits)) {
      found.add(new Scenario(
          ScenarioKind.STORAGE_SERVERS,
          pair.get(0).name() + "+" + pair.get(1).name(),
          Hosted.together(pair.get(0).failed(), pair.get(1).failed()),
          2));
    }
    if (!servers.isEmpty()
        || !plan.plan().switches().isEmpty()
        || !plan.plan().circuits().isEmpty()) {
      limits.add("pairs of different parts", "such as a node and a switch");
    }
  }

  // Beyond all sets that are looked at this one always takes the quorum.
  private void mostVotes() {
    withoutQuorum().filter(bound -> !found.contains(bound)).ifPresent(found::add);
  }

  // Where a shared storage lies that names no server, nobody knows.
  private void unknownServers() {
    boolean targets = plan.storages().stream().anyMatch(IscsiStorage.class::isInstance);
    for (Storage storage : plan.storages()) {
      boolean onNodes = storage instanceof RbdStorage || storage instanceof CephFsStorage;
      boolean onTarget = storage instanceof LvmStorage && targets;
      if (!storage.disabled()
          && !onNodes
          && !onTarget
          && OtherServer.places(storage).isEmpty()
          && plan.reach().shared(storage.id())) {
        limits.add(
            "storage servers",
            "the server of storage " + storage.id(),
            ScenarioKind.STORAGE_SERVER);
      }
    }
  }

  // One address may have several portals; the LUNs of several targets may be the same.
  private void portals() {
    SortedSet<IpAddress> addresses = new TreeSet<>();
    plan.storages().stream()
        .filter(IscsiStorage.class::isInstance)
        .map(IscsiStorage.class::cast)
        .filter(storage -> !storage.disabled())
        .forEach(storage ->
            storage.portals().forEach(portal -> portal.address().ifPresent(addresses::add)));
    for (IpAddress address : addresses) {
      String of = plan.storageServer(address.toString())
          .map(server -> server.name() + " ")
          .orElse("");
      add(ScenarioKind.PORTAL, of + address, Failed.NOTHING.withPortals(List.of(address)));
    }
  }

  private void backupServers() {
    List<BackupServer> servers = plan.plan().backup().map(Backup::servers).orElse(List.of());
    LostData data = new LostData(plan);
    for (BackupServer server : servers) {
      Failed failed = Failed.NOTHING.withBackupServers(List.of(server.name()));
      add(ScenarioKind.BACKUP_SERVER, server.name(), failed);
      for (String node : names) {
        if (data.onlyOn(node)) {
          found.add(new Scenario(
              ScenarioKind.NODE_AND_BACKUP_SERVER,
              node + "+" + server.name(),
              failed.withNodes(List.of(node)),
              2));
        }
      }
    }
  }

  private void qdevice() {
    if (qdevice.isPresent()) {
      Failed failed = Failed.NOTHING.withQDevice();
      add(ScenarioKind.QDEVICE, "qnetd", failed);
      for (String node : names) {
        found.add(new Scenario(
            ScenarioKind.NODE_AND_QDEVICE, node + "+qnetd", failed.withNodes(List.of(node)), 2));
      }
    }
  }

  private void drains() {
    if (names.size() > 1) {
      names.forEach(node -> add(ScenarioKind.DRAIN, node, Failed.NOTHING.withNodes(List.of(node))));
    }
  }
}
