package io.pveplan.model.network;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Declared;
import io.pveplan.model.PlanPath;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.IpConfig;
import io.pveplan.model.guest.Placement;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All addresses of a plan and what has them: gateways, virtual addresses, nodes, management
 * controllers, switches, UPS, servers, the QDevice, guests, clones with the addresses that they take
 * over. Servers given by name are left out, and so are templates, which never run.
 *
 * <pre>{@code
 * resolved.addresses().of(IpAddress.parse("10.20.1.11"));  // [node pve1 (eno1)]
 * }</pre>
 *
 * @since 0.1
 */
public final class AddressBook {

  private static final String NO_OWNER = "";
  private static final String NO_PART = "";

  private final List<AddressUse> uses = new ArrayList<>();
  private final NavigableMap<IpAddress, List<AddressUse>> byAddress = new TreeMap<>();

  private AddressBook(ClusterPlan plan, Placement placement) {
    for (Network network : plan.networks()) {
      network
          .gateway()
          .ifPresent(
              it -> add(it, AddressKind.GATEWAY, network.name(), NO_PART, network.path(), network));
    }
    for (SdnSubnet subnet : plan.sdn().map(Sdn::subnets).orElse(List.of())) {
      subnet
          .gateway()
          .ifPresent(it ->
              add(it, AddressKind.SDN_GATEWAY, subnet.vnet(), NO_PART, subnet.path(), subnet));
    }
    plan.networks().forEach(this::addVips);
    plan.nodes().forEach(this::addInterfaces);
    plan.nodes().forEach(this::addController);
    plan.switches().forEach(this::addSwitch);
    plan.circuits().forEach(this::addUps);
    addServers(plan);
    plan.storages().forEach(this::addStorage);
    plan.corosync()
        .flatMap(Corosync::qdevice)
        .ifPresent(it -> add(
            it.address(),
            AddressKind.QDEVICE,
            NO_OWNER,
            NO_PART,
            PlanPath.of("corosync", "qdevice"),
            it));
    addAsked(plan);
    plan.guests().forEach(it -> addGuest(it, placement));
    byAddress.replaceAll((address, all) -> List.copyOf(all));
  }

  /**
   * The addresses of a plan.
   *
   * @param plan the plan
   * @param placement the look-ups over its guests
   */
  public static AddressBook of(ClusterPlan plan, Placement placement) {
    return new AddressBook(plan, placement);
  }

  /** What has an address, in the order of {@link #all}; nothing for an address of nobody. */
  public List<AddressUse> of(IpAddress address) {
    return byAddress.getOrDefault(address, List.of());
  }

  /** Every use of every address: by kind, and those of a kind in the order of the plan. */
  public List<AddressUse> all() {
    return Collections.unmodifiableList(uses);
  }

  /** The addresses that are used more than once, rising, each with its uses. */
  public List<List<AddressUse>> shared() {
    return byAddress.values().stream().filter(each -> each.size() > 1).toList();
  }

  /**
   * What has an address of a range, by address, and for one address in the order of {@link #all}.
   *
   * @param range any range; an empty one has nothing in it
   */
  public List<AddressUse> within(AddressRange range) {
    return range.start().compareTo(range.end()) > 0
        ? List.of()
        : byAddress.subMap(range.start(), true, range.end(), true).values().stream()
            .flatMap(List::stream)
            .toList();
  }

  private void addVips(Network network) {
    for (VirtualAddress vip : network.vips()) {
      PlanPath path = network.path().child(vip.address().toString());
      add(vip.address(), AddressKind.VIP, network.name(), vip.purpose(), path, vip);
    }
  }

  private void addSwitch(Switch device) {
    device
        .managementAddress()
        .ifPresent(
            it -> add(it, AddressKind.SWITCH, device.name(), NO_PART, device.path(), device));
  }

  private void addUps(Circuit circuit) {
    circuit
        .upsAddress()
        .ifPresent(it -> add(
            it,
            AddressKind.UPS,
            circuit.ups().orElse(circuit.name()),
            NO_PART,
            PlanPath.of("circuit", circuit.name()),
            circuit));
  }

  // Many nodes may ask one server; it is there once.
  private void addAsked(ClusterPlan plan) {
    PlanPath cluster = PlanPath.of("cluster");
    plan.dnsServers()
        .forEach(it -> addAsked(it, AddressKind.NAME_SERVER, cluster.child("dnsServers"), plan));
    addTimeServers(plan.timeServers(), cluster.child("timeServers"), plan);
    plan.nodes()
        .forEach(
            node -> addTimeServers(node.timeServers(), node.path().child("timeServers"), node));
  }

  private void addTimeServers(Set<String> servers, PlanPath path, Declared by) {
    servers.stream()
        .flatMap(it -> IpAddress.tryParse(it).stream())
        .sorted()
        .forEach(it -> addAsked(it, AddressKind.TIME_SERVER, path, by));
  }

  private void addAsked(IpAddress address, AddressKind kind, PlanPath path, Declared by) {
    if (of(address).stream().noneMatch(use -> use.kind() == kind)) {
      add(address, kind, NO_OWNER, NO_PART, path, by);
    }
  }

  private void addInterfaces(Node node) {
    for (NodeInterface each : node.interfaces()) {
      PlanPath path = node.path().child(each.name());
      each.addresses()
          .forEach(it -> add(it, AddressKind.NODE, node.name(), each.name(), path, each));
    }
  }

  private void addController(Node node) {
    node.hardware()
        .flatMap(Hardware::bmc)
        .ifPresent(it ->
            add(it.address(), AddressKind.BMC, node.name(), NO_PART, node.path().child("bmc"), it));
  }

  private void addServers(ClusterPlan plan) {
    for (StorageServer server : plan.storageServers()) {
      server
          .addresses()
          .forEach(it ->
              add(it, AddressKind.STORAGE_SERVER, server.name(), NO_PART, server.path(), server));
    }
    for (BackupServer server : plan.backup().map(Backup::servers).orElse(List.of())) {
      add(
          server.address(),
          AddressKind.BACKUP_SERVER,
          server.name(),
          NO_PART,
          PlanPath.of("backup", server.name()),
          server);
    }
  }

  // A storage only tells where its server is, unless nothing else tells of that server.
  private void addStorage(Storage storage) {
    for (IpAddress server : servers(storage)) {
      if (of(server).stream().noneMatch(use -> use.kind().isService())) {
        add(server, AddressKind.STORAGE, storage.id(), NO_PART, storage.path(), storage);
      }
    }
  }

  private static List<IpAddress> servers(Storage storage) {
    return storage.servers().stream()
        .map(IpAddress::tryParse)
        .flatMap(Optional::stream)
        .toList();
  }

  private void addGuest(Guest guest, Placement placement) {
    if (guest instanceof Vm vm && vm.template()) {
      return;
    }
    // What a clone has of its template stands where the template is declared; it is the clone's.
    boolean inherited = guest instanceof Vm vm && vm.cloudInit().isEmpty();
    for (IpConfig config : placement.ipConfigs(guest)) {
      String card = "net" + config.nic();
      PlanPath path = guest.path().child(card);
      Declared by = inherited ? guest : config;
      config
          .address()
          .ifPresent(it -> add(it, AddressKind.GUEST, guest.vmid().toString(), card, path, by));
    }
  }

  private void add(
      InterfaceAddress assigned,
      AddressKind kind,
      String owner,
      String part,
      PlanPath path,
      Declared by) {
    add(new AddressUse(
        assigned.address().address(),
        kind,
        owner,
        part,
        Optional.of(assigned),
        path,
        by.declaredAt()));
  }

  private void add(
      IpAddress address, AddressKind kind, String owner, String part, PlanPath path, Declared by) {
    add(new AddressUse(address, kind, owner, part, Optional.empty(), path, by.declaredAt()));
  }

  private void add(AddressUse use) {
    uses.add(use);
    byAddress.computeIfAbsent(use.address(), key -> new ArrayList<>()).add(use);
  }
}
