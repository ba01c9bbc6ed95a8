package io.pveplan.model;

import io.pveplan.model.automation.TerraformGuests;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.cluster.Quorum;
import io.pveplan.model.guest.Contents;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Placement;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.CpuBaseline;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.HostMemory;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.network.AddressBook;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.NetworkUse;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Paths;
import io.pveplan.model.network.Topology;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.Zone;
import io.pveplan.model.storage.IscsiDirectStorage;
import io.pveplan.model.storage.IscsiLuns;
import io.pveplan.model.storage.IscsiPaths;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LocalPools;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ReplicationRun;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageReach;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A plan with every default filled in, and the look-ups over it.
 *
 * <p>Rules and renderers read only this. It is computed once, in time linear to the size of the
 * plan.
 *
 * <pre>{@code
 * ResolvedPlan resolved = ResolvedPlan.of(plan);
 * resolved.topology().address("pve1", "ring");  // 10.20.1.11/24
 * resolved.defaults();                          // what the plan did not say
 * }</pre>
 *
 * @since 0.1
 */
public final class ResolvedPlan {

  private record MappingKey(DeviceKind kind, String id) {}

  private final ClusterPlan written;
  private final ClusterPlan plan;
  private final List<FilledValue> defaults;
  private final Quorum quorum;
  private final LinkOrder links;
  private final Topology topology;
  private final NetworkUse networkUse;
  private final AddressBook addresses;
  private final Paths paths;
  private final StorageReach reach;
  private final LocalPools localPools;
  private final HostMemory hostMemory;
  private final IscsiLuns luns;
  private final List<Vm> vms;
  private final Placement placement;
  private final TerraformGuests terraformGuests;
  private final Contents contents;
  private final CephLayout cephLayout;
  private final CpuBaseline cpuBaseline;
  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, Network> networks = new HashMap<>();
  private final Map<String, Circuit> circuits = new HashMap<>();
  private final Map<MappingKey, DeviceMapping> mappings = new HashMap<>();
  private final Map<String, Zone> zones = new HashMap<>();
  private final Map<String, Vnet> vnets = new HashMap<>();
  private final Map<String, StorageServer> storageServers = new HashMap<>();
  private final ConcurrentMap<Class<?>, Object> derived = new ConcurrentHashMap<>();

  private ResolvedPlan(ClusterPlan written, ClusterPlan filled, List<FilledValue> defaults) {
    this.written = written;
    this.plan = filled;
    this.defaults = List.copyOf(defaults);
    this.quorum = Quorum.of(filled);
    this.topology = Topology.of(filled);
    this.links = LinkOrder.of(filled, topology);
    this.networkUse = NetworkUse.of(filled, topology);
    this.paths = Paths.of(filled, topology);
    this.reach = StorageReach.of(filled);
    this.localPools = LocalPools.of(filled, reach);
    this.hostMemory = HostMemory.of(filled, localPools);
    this.luns = IscsiLuns.of(filled);
    this.vms = filled.guests().stream()
        .filter(Vm.class::isInstance)
        .map(Vm.class::cast)
        .toList();
    this.placement = Placement.of(filled);
    this.addresses = AddressBook.of(filled, placement);
    this.terraformGuests = TerraformGuests.of(filled, placement, reach);
    this.contents = Contents.of(filled, placement, reach, terraformGuests);
    this.cephLayout = CephLayout.of(filled);
    this.cpuBaseline = CpuBaseline.of(filled.nodes());
    filled.nodes().forEach(node -> nodes.put(node.name(), node));
    filled.networks().forEach(network -> networks.put(network.name(), network));
    filled.circuits().forEach(circuit -> circuits.put(circuit.name(), circuit));
    filled
        .deviceMappings()
        .forEach(it -> mappings.put(new MappingKey(it.deviceKind(), it.id()), it));
    sdn().zones().forEach(zone -> zones.put(zone.id(), zone));
    sdn().vnets().forEach(vnet -> vnets.put(vnet.id(), vnet));
    filled
        .storageServers()
        .forEach(server -> server
            .addresses()
            .forEach(address -> storageServers.putIfAbsent(address.toString(), server)));
  }

  /**
   * Resolves a plan.
   *
   * @throws PlanDefinitionException if the plan has duplicates or references to nothing, which one
   *     from the DSL or from JSON can not have
   */
  public static ResolvedPlan of(ClusterPlan plan) {
    List<PlanProblem> problems = PlanIntegrity.problems(plan);
    if (!problems.isEmpty()) {
      throw new PlanDefinitionException(problems);
    }
    Defaults defaults = new Defaults();
    return new ResolvedPlan(plan, PlanFilling.fill(plan, defaults), defaults.filled());
  }

  /** The plan with every default filled in. */
  public ClusterPlan plan() {
    return plan;
  }

  /** The plan as its author wrote it, nothing filled in. */
  public ClusterPlan written() {
    return written;
  }

  /** What was filled in, in the order of the plan. */
  public List<FilledValue> defaults() {
    return defaults;
  }

  /** The release the cluster is built with. */
  public ProductVersion release() {
    return plan.release();
  }

  /** The nodes, the founding one first. */
  public List<Node> nodes() {
    return plan.nodes();
  }

  /** The node with a name. */
  public Optional<Node> node(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /**
   * Packages that are known to be on a node: those of the plan and its own. None means that nothing
   * is known of its packages.
   */
  public SortedSet<String> packages(Node node) {
    SortedSet<String> all = new TreeSet<>(plan.packages());
    all.addAll(node.packages());
    return Collections.unmodifiableSortedSet(all);
  }

  /**
   * Packages that a node is to have: those that are known, and what other parts of the plan need
   * there: corosync-qdevice for a QDevice, openvswitch-switch below a bridge of Open vSwitch, lldpd to
   * see where cables end, open-iscsi for an iSCSI storage, with multipath-tools where it has several
   * portals.
   */
  public SortedSet<String> neededPackages(Node node) {
    SortedSet<String> all = new TreeSet<>(packages(node));
    if (plan.corosync().flatMap(Corosync::qdevice).isPresent()) {
      all.add("corosync-qdevice");
    }
    for (NodeInterface each : topology.interfaces(node.name())) {
      if (each instanceof Bridge bridge && bridge.openVswitch()) {
        all.add("openvswitch-switch");
      }
      if (paths.cable(node.name(), each.name()).isPresent()) {
        all.add("lldpd");
      }
    }
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage iscsi && reach.reaches(node.name(), iscsi.id())) {
        all.add("open-iscsi");
        if (luns.multipath(iscsi)) {
          all.add("multipath-tools");
        }
      }
      // pve-storage, src/PVE/Storage/ISCSIDirectPlugin.pm, iscsi_ls
      if (storage instanceof IscsiDirectStorage && reach.reaches(node.name(), storage.id())) {
        all.add("libiscsi-bin");
      }
    }
    return Collections.unmodifiableSortedSet(all);
  }

  /**
   * The NTP servers of a node: its own, or those of the plan. None means the default pool of chrony.
   */
  public SortedSet<String> timeServers(Node node) {
    return node.timeServers().isEmpty() ? plan.timeServers() : node.timeServers();
  }

  /** The networks. */
  public List<Network> networks() {
    return plan.networks();
  }

  /** The network with a name. */
  public Optional<Network> network(String name) {
    return Optional.ofNullable(networks.get(name));
  }

  /** The power circuit with a name. */
  public Optional<Circuit> circuit(String name) {
    return Optional.ofNullable(circuits.get(name));
  }

  /**
   * The mapping that a device of a machine comes by; empty for a device that comes directly from a
   * node.
   */
  public Optional<DeviceMapping> mapping(GuestDevice device) {
    return device.mapping().map(id -> mappings.get(new MappingKey(device.deviceKind(), id)));
  }

  /**
   * What a node gets its power from.
   *
   * @param node a node of the plan
   */
  public PowerFeeds powerFeeds(Node node) {
    return PowerFeeds.of(node, circuits);
  }

  /**
   * What the host of the QDevice gets its power from.
   *
   * @param qdevice the QDevice of the plan
   */
  public PowerFeeds powerFeeds(QDevice qdevice) {
    return PowerFeeds.of(qdevice, circuits);
  }

  /** The Corosync links of the plan by number; none when it declares none. */
  public List<CorosyncLink> corosyncLinks() {
    return links.byNumber();
  }

  /**
   * The Corosync links in the order they are used in: the highest priority first, among equals the
   * lowest number. No priority and 0 both count as 1 (pve-cluster, src/PVE/Corosync.pm writes no
   * 0).
   *
   * <p>Two or more nodes without links have one all the same: {@code pvecm create} and {@code pvecm
   * add} take the address that the name of the node resolves to as link 0 (pve-cluster,
   * src/PVE/Corosync.pm create_conf, src/PVE/API2/ClusterConfig.pm addnode). There is none when the
   * plan does not tell one network in which all node names have their address.
   */
  public List<CorosyncLink> linksByPreference() {
    return links.byPreference();
  }

  /** The Corosync link that is used first, see {@link #linksByPreference}. */
  public Optional<CorosyncLink> preferredLink() {
    return links.byPreference().stream().findFirst();
  }

  /** The storages, those that other parts of the plan bring along included. */
  public List<Storage> storages() {
    return plan.storages();
  }

  /** The storage with an ID. */
  public Optional<Storage> storage(String id) {
    return reach.storage(id);
  }

  /** The storage server with an address. */
  public Optional<StorageServer> storageServer(String address) {
    return Optional.ofNullable(storageServers.get(address));
  }

  /**
   * The ways from a node to an iSCSI target.
   *
   * @param node name of the node
   * @param storage the target
   */
  public IscsiPaths iscsiPaths(String node, IscsiStorage storage) {
    return IscsiPaths.of(node, List.of(storage), topology, paths);
  }

  /**
   * The ways from a node to a LUN, over all targets that offer it and that the node has.
   *
   * @param node name of the node
   * @param lun the LUN
   */
  public IscsiPaths iscsiPaths(String node, LunId lun) {
    List<IscsiStorage> targets = luns.targets(lun).stream()
        .filter(target -> reach.reaches(node, target.id()))
        .toList();
    return IscsiPaths.of(node, targets, topology, paths);
  }

  /**
   * The ways from a node to the LUNs of a target: over the target, and over others that offer all of
   * its LUNs too. They are as many as the LUN with the fewest has.
   *
   * @param node name of the node
   * @param storage the target
   */
  public IscsiPaths lunPaths(String node, IscsiStorage storage) {
    List<IscsiStorage> targets = luns.companions(storage).stream()
        .filter(target -> reach.reaches(node, target.id()))
        .toList();
    return IscsiPaths.of(node, targets, topology, paths);
  }

  /** The LUNs of the iSCSI targets. */
  public IscsiLuns luns() {
    return luns;
  }

  /** Virtual machines, containers and templates. */
  public List<Guest> guests() {
    return plan.guests();
  }

  /** Virtual machines and templates. */
  public List<Vm> vms() {
    return vms;
  }

  /** The guest with a VMID. */
  public Optional<Guest> guest(Vmid vmid) {
    return placement.guest(vmid);
  }

  /** High availability; empty for a plan without. */
  public Ha ha() {
    return plan.ha().orElseGet(() -> Ha.builder().build());
  }

  /** Software-defined network; empty for a plan without. */
  public Sdn sdn() {
    return plan.sdn().orElseGet(() -> Sdn.builder().build());
  }

  /** The SDN zone with an ID. */
  public Optional<Zone> zone(String id) {
    return Optional.ofNullable(zones.get(id));
  }

  /** The VNet with an ID. */
  public Optional<Vnet> vnet(String id) {
    return Optional.ofNullable(vnets.get(id));
  }

  /** Votes. */
  public Quorum quorum() {
    return quorum;
  }

  /** Interfaces, addresses and what carries what. */
  public Topology topology() {
    return topology;
  }

  /** The ways from the nodes to the switches. */
  public Paths paths() {
    return paths;
  }

  /** What travels where. */
  public NetworkUse networkUse() {
    return networkUse;
  }

  /** All addresses and what has them. */
  public AddressBook addresses() {
    return addresses;
  }

  /** Which nodes reach which storage. */
  public StorageReach reach() {
    return reach;
  }

  /** The memory of the nodes: what the hosts need for themselves, and what their guests take. */
  public HostMemory hostMemory() {
    return hostMemory;
  }

  /** The ZFS pools of the nodes and what they hold. */
  public LocalPools localPools() {
    return localPools;
  }

  /**
   * The network that replication jobs use from a node: their own, that of migrations, or the one
   * the name of the node has its address in.
   *
   * @param node name of the node
   */
  public Optional<String> replicationNetwork(String node) {
    Optional<Datacenter> datacenter = plan.datacenter();
    return datacenter
        .flatMap(Datacenter::replication)
        .flatMap(MigrationSettings::network)
        .or(() -> datacenter.flatMap(Datacenter::migration).flatMap(MigrationSettings::network))
        .or(() -> topology.nameNetwork(node));
  }

  /**
   * The networks that Ceph uses on a node: its public network, or where the plan says none the one
   * the name of the node has its address in, from which {@code pveceph} takes that of a monitor
   * (pve-manager, PVE/API2/Ceph/MON.pm), and the network between OSDs. None without Ceph.
   *
   * @param node name of the node
   */
  public List<String> cephNetworks(String node) {
    return plan.ceph().stream()
        .flatMap(ceph -> Stream.concat(
            ceph.publicNetwork().or(() -> topology.nameNetwork(node)).stream(),
            ceph.clusterNetwork().stream()))
        .distinct()
        .toList();
  }

  /**
   * What a run of a replication job takes.
   *
   * @param job a job of the resolved plan
   */
  public ReplicationRun replicationRun(ReplicationJob job) {
    Optional<Guest> guest = guest(job.guest());
    List<DataRate> limits = new ArrayList<>();
    job.rate().ifPresent(limits::add);
    Stream.concat(guest.flatMap(Guest::node).stream(), Stream.of(job.target()))
        .forEach(node -> replicationSpeed(node).ifPresent(limits::add));
    return new ReplicationRun(
        job,
        job.schedule().map(CalendarEvent::longestGap).orElse(Duration.ofMinutes(15)),
        guest.flatMap(Guest::changeRate),
        limits.stream().min(DataRate::compareTo));
  }

  /** What the replication network of a node can carry; absent when that is not known. */
  public Optional<DataRate> replicationSpeed(String node) {
    return replicationNetwork(node)
        .flatMap(network -> paths.path(node, network))
        .flatMap(NetworkPath::speed);
  }

  /** Which guest is where, and where it may be. */
  public Placement placement() {
    return placement;
  }

  /** Which guests Terraform makes, and why not others that it is to make. */
  public TerraformGuests terraformGuests() {
    return terraformGuests;
  }

  /** What lies on which storage, and which nodes reach it. */
  public Contents contents() {
    return contents;
  }

  /** Ceph as it will be: OSDs in their buckets, pools on them, and what they hold. */
  public CephLayout cephLayout() {
    return cephLayout;
  }

  /** What the processors of all nodes have in common. */
  public CpuBaseline cpuBaseline() {
    return cpuBaseline;
  }

  /**
   * Something that rules or renderers compute from this plan and ask for more than once: computed
   * when it is first asked for, and kept with the plan. It must not change afterwards. When several
   * threads ask first, some of them may compute it; all get the same.
   *
   * <pre>{@code
   * FreeSlots slots = plan.derived(FreeSlots.class, FreeSlots::of);
   * }</pre>
   *
   * @param type its class, which is what it is kept under
   * @param computation how to compute it; may ask for other derived things
   */
  public <T> T derived(Class<T> type, Function<? super ResolvedPlan, ? extends T> computation) {
    Object known = derived.get(type);
    if (known == null) {
      T computed = computation.apply(this);
      Object earlier = derived.putIfAbsent(type, computed);
      known = earlier == null ? computed : earlier;
    }
    return type.cast(known);
  }
}
