package io.pveplan.dsl;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.PlanProblem;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.automation.Installation;
import io.pveplan.model.automation.Keyboard;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Checksum;
import io.pveplan.model.guest.Image;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Rack;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.storage.OpenIscsi;
import io.pveplan.model.unit.DataSize;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Scope of a cluster: the outermost block of a plan.
 *
 * <p>What is declared here returns a handle; settings inside the blocks return their scope. Blocks
 * about the one Corosync, the one Ceph and their like may be written in several pieces: they add to
 * each other.
 *
 * @since 0.1
 */
public final class ClusterSpec extends Scope {

  private final Ceph.Builder ceph = Ceph.builder();
  private final Ha.Builder ha = Ha.builder();
  private final Sdn.Builder sdn = Sdn.builder();
  private final Backup.Builder backup = Backup.builder();
  private final Datacenter.Builder datacenter = Datacenter.builder();
  private final MigrationSettings.Builder migration = MigrationSettings.builder();
  private final MigrationSettings.Builder replication = MigrationSettings.builder();
  private final Corosync.Builder corosync = Corosync.builder();
  private final OpenIscsi.Builder openIscsi = OpenIscsi.builder();
  private final Terraform.Builder terraform = Terraform.builder();
  private final Set<Object> begun = new HashSet<>();
  private final Map<Object, List<Scope>> pieces = new HashMap<>();
  private final Map<Integer, Integer> replicationJobs = new HashMap<>();
  private final VmidsByName vmidsByName;

  ClusterSpec(Definition definition, String name) {
    super(definition, PlanPath.of("cluster"));
    vmidsByName = new VmidsByName(definition);
    definition.set(plan -> plan.declaredAt(line));
    set("", Objects.requireNonNull(name, "name"), it -> definition.set(plan -> plan.name(it)));
  }

  /**
   * Sets the release the cluster is built with; 9.x when not set.
   *
   * <pre>{@code
   * c.target(ProductVersion.PVE_8_4);
   * }</pre>
   *
   * @param version the release
   * @return this scope
   */
  public ClusterSpec target(ProductVersion version) {
    set("target", version, it -> definition.set(plan -> plan.target(it)));
    return this;
  }

  /**
   * Promises that so much may fail at once and the cluster goes on: it keeps its quorum and its
   * Ceph pools, and the guests that must run are up afterwards; these are the guests under HA where
   * no guest says that it must run. Rules hold the plan to it. Several kinds may be promised, each
   * once.
   *
   * <pre>{@code
   * c.mustSurvive(1, FailureKind.NODE).mustSurvive(1, FailureKind.SWITCH);
   * c.mustSurvive(0, FailureKind.NODE); // refused: is outside 1 to 100
   * c.mustSurvive(2, FailureKind.RACK); // refused: only nodes can be promised in sets
   * }</pre>
   *
   * @param number how many: 1 to 100 nodes, and 1 of any other kind
   * @param kind what fails
   * @return this scope
   */
  public ClusterSpec mustSurvive(int number, FailureKind kind) {
    Objects.requireNonNull(kind, "kind");
    Optional<Origin> here = CallSite.here();
    make(
            PlanPath.of("cluster", "mustSurvive", kind.text()),
            () -> SurvivalGoal.builder()
                .number(number)
                .failure(kind)
                .declaredAt(here)
                .build())
        .ifPresent(goal -> definition.set(plan -> plan.addMustSurvive(goal)));
    return this;
  }

  /**
   * Sets the day from which on the cluster is in use.
   *
   * <pre>{@code
   * c.goLive(LocalDate.of(2027, 1, 31));
   * c.goLive(LocalDate.of(27, 1, 31)); // refused: is outside 2000 to 2999
   * }</pre>
   *
   * @param day the day
   * @return this scope
   */
  public ClusterSpec goLive(LocalDate day) {
    set("goLive", day, it -> definition.set(plan -> plan.goLive(it)));
    return this;
  }

  /**
   * Declares what the automated installer is told.
   *
   * <pre>{@code
   * c.installation("at", Keyboard.DE, "Europe/Vienna", "ops@example.org", fromFile("/root/hash"));
   * c.installation("AT", Keyboard.DE, "UTC", "ops@example.org", prompted()); // refused: is not a country
   * }</pre>
   *
   * @param country two-letter code in lower case
   * @param keyboard keyboard layout
   * @param timezone area and place, or UTC
   * @param mail where mail to root goes
   * @param rootPasswordHash where the hash of the password of root is found
   * @param sshKeys keys that may log in as root
   * @return this scope
   */
  public ClusterSpec installation(
      String country,
      Keyboard keyboard,
      String timezone,
      String mail,
      SecretReference rootPasswordHash,
      String... sshKeys) {
    make(
            PlanPath.of("cluster", "installation"),
            () -> Installation.builder()
                .country(country)
                .keyboard(keyboard)
                .timezone(timezone)
                .mail(mail)
                .rootPasswordHash(rootPasswordHash)
                .addSshKeys(sshKeys)
                .declaredAt(CallSite.here())
                .build(),
            rootPasswordHash)
        .ifPresent(it -> definition.set(plan -> plan.installation(it)));
    return this;
  }

  /**
   * Declares what all nodes have: domain, name servers, time servers, packages.
   *
   * <pre>{@code
   * c.everyNode(n -> n.domain("example.net").dns("10.20.0.2").packages("open-iscsi"));
   * c.everyNode(n -> n.dns("ns1")); // refused: is not an IP address
   * }</pre>
   *
   * @param block what to say of all nodes
   * @return this scope
   */
  public ClusterSpec everyNode(Consumer<? super EveryNodeSpec> block) {
    requireOpen();
    run(new EveryNodeSpec(definition), block);
    return this;
  }

  /**
   * Declares a power circuit with a UPS before it.
   *
   * <pre>{@code
   * var feedA = c.circuit("feed-a", "ups-a");
   * c.circuit("feed a", "ups-a"); // refused: is not a name
   * }</pre>
   *
   * @param name name, used in this plan only
   * @param ups name of the UPS
   * @return a handle to the circuit
   */
  public CircuitRef circuit(String name, String ups) {
    return circuit(Circuit.builder().ups(Objects.requireNonNull(ups, "ups")), name);
  }

  /**
   * Declares a power circuit with a UPS that can be asked over the network. It comes after the
   * network.
   *
   * <pre>{@code
   * c.circuit("feed-b", "ups-b", ring.host(240));
   * c.circuit("feed-c", "ups-c", ring.host(300)); // refused: is outside the subnet
   * }</pre>
   *
   * @param name name, used in this plan only
   * @param ups name of the UPS
   * @param address address of the management card of the UPS
   * @return a handle to the circuit
   */
  public CircuitRef circuit(String name, String ups, NetworkAddress address) {
    requireOpen();
    Circuit.Builder circuit = Circuit.builder().ups(Objects.requireNonNull(ups, "ups"));
    definition
        .resolve(PlanPath.of("circuit", Objects.requireNonNull(name, "name")), address)
        .ifPresent(circuit::upsAddress);
    return circuit(circuit, name);
  }

  /**
   * Declares a power circuit without UPS.
   *
   * @param name name, used in this plan only
   * @return a handle to the circuit
   */
  public CircuitRef circuit(String name) {
    return circuit(Circuit.builder(), name);
  }

  private CircuitRef circuit(Circuit.Builder circuit, String name) {
    Objects.requireNonNull(name, "name");
    Optional<Origin> here = CallSite.here();
    add(
        make(
            PlanPath.of("circuit", name),
            () -> circuit.name(name).declaredAt(here).build()),
        definition.plan::addCircuit,
        name,
        "power circuit");
    return CircuitRef.named(name);
  }

  /**
   * Declares a rack with the room it stands in. One without needs no declaration.
   *
   * <pre>{@code
   * var r1 = c.rack("r1", "basement");
   * c.node("pve1", n -> n.hardware(h -> h.rack(r1)));
   * c.rack("r 2", "basement"); // refused: is not a name
   * }</pre>
   *
   * @param name name of the rack
   * @param room name of the room
   * @return a handle to the rack
   */
  public RackRef rack(String name, String room) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(room, "room");
    Optional<Origin> here = CallSite.here();
    add(
        make(
            PlanPath.of("rack", name),
            () -> Rack.builder().name(name).room(room).declaredAt(here).build()),
        definition.plan::addRack,
        name,
        "rack");
    return RackRef.named(name);
  }

  /**
   * Declares a switch that nodes are cabled to.
   *
   * <pre>{@code
   * var left = c.ethernetSwitch("left", s -> s.ports(48, gbit(25)).mtu(9216).lacp().stack("mlag1"));
   * c.node("pve1", n -> n.nic("eno1").cable("eno1", left.port(12)));
   * c.ethernetSwitch("a b", s -> {});  // refused: is not a name
   * c.ethernetSwitch("left", s -> {}); // refused: there are two switches with this name
   * }</pre>
   *
   * @param name name, as the switch tells it by LLDP
   * @param block ports, place and power
   * @return a handle to the switch, which hands out its ports
   */
  public SwitchRef ethernetSwitch(String name, Consumer<? super SwitchSpec> block) {
    SwitchSpec spec = new SwitchSpec(definition, name);
    add(declare(spec, block, spec.device::build), definition.plan::addSwitch, name, "switch");
    return SwitchRef.named(name);
  }

  /**
   * Declares a name for PCI devices of the nodes, which machines can be given. A machine starts with
   * one only when the mapping names the IOMMU group of the device and its subsystem.
   *
   * <pre>{@code
   * var gpu = c.pciMapping(
   *     "gpu",
   *     m -> m.device(
   *         nodeA, "0000:41:00.0", "10de:2204", d -> d.subsystem("10de:1467").iommuGroup(30)));
   * c.vm(300, "render01", v -> v.hardware(h -> h.device(gpu)));
   * c.pciMapping("1", m -> m.device(nodeA, "0000:42:00.0", "10de:2204")); // refused: is not a
   * }</pre>
   *
   * @param id ID, 2 to 64 letters, digits, dashes and underscores
   * @param block the devices of the nodes
   * @return a handle to the mapping
   */
  public MappingRef pciMapping(String id, Consumer<? super MappingSpec.Pci> block) {
    return mapping(DeviceKind.PCI, id, new MappingSpec.Pci(definition, id), block);
  }

  /**
   * Declares a name for USB devices of the nodes, which machines can be given.
   *
   * @param id ID, 2 to 64 letters, digits, dashes and underscores
   * @param block the devices of the nodes, one each
   * @return a handle to the mapping
   */
  public MappingRef usbMapping(String id, Consumer<? super MappingSpec.Usb> block) {
    return mapping(DeviceKind.USB, id, new MappingSpec.Usb(definition, id), block);
  }

  /**
   * Declares a name for directories of the nodes, which machines can share.
   *
   * @param id ID, 2 to 64 letters, digits, dashes and underscores
   * @param block the directories of the nodes, one each
   * @return a handle to the mapping
   */
  public MappingRef directoryMapping(String id, Consumer<? super MappingSpec.Directory> block) {
    return mapping(DeviceKind.DIRECTORY, id, new MappingSpec.Directory(definition, id), block);
  }

  private <S extends MappingSpec> MappingRef mapping(
      DeviceKind kind, String id, S spec, Consumer<? super S> block) {
    add(
        declare(spec, block, spec.mapping::build),
        definition.plan::addDeviceMapping,
        id,
        "device mapping");
    return MappingRef.named(kind, id);
  }

  /**
   * Declares a network of the cluster.
   *
   * <pre>{@code
   * var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
   * c.node("pve1", n -> n.nic("eno1", ring.host(11))); // 10.20.1.11/24
   * c.network("lab", "10.20.1.1/24", net -> {});       // refused: host bits
   * }</pre>
   *
   * @param name name, used in this plan only
   * @param subnet network address with prefix length; host bits are refused
   * @param block what travels on the network and what it needs
   * @return a handle to the network, which hands out its addresses
   */
  public NetworkRef network(String name, String subnet, Consumer<? super NetworkSpec> block) {
    NetworkSpec spec = new NetworkSpec(definition, name);
    spec.subnet(subnet);
    return network(spec, name, block);
  }

  /**
   * Declares a network whose addresses others give out.
   *
   * <pre>{@code
   * var guests = c.network("guests", net -> net.carries(GUEST).vlans(100, 199));
   * c.network("guests 2", net -> net.carries(GUEST));  // refused: is not a name
   * c.node("pve1", n -> n.nic("eno1", guests.host(1))); // refused: has no subnet
   * }</pre>
   *
   * @param name name, used in this plan only
   * @param block what travels on the network and what it needs
   * @return a handle to the network
   */
  public NetworkRef network(String name, Consumer<? super NetworkSpec> block) {
    return network(new NetworkSpec(definition, name), name, block);
  }

  private NetworkRef network(NetworkSpec spec, String name, Consumer<? super NetworkSpec> block) {
    add(declare(spec, block, spec.network::build), definition::declare, name, "network");
    return NetworkRef.named(name);
  }

  /**
   * Declares a node. The first one founds the cluster.
   *
   * <pre>{@code
   * c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
   * c.node("pve_2", n -> {}); // refused: is not a node name
   * c.node("PVE1", n -> {});  // refused: there are two nodes with this name
   * }</pre>
   *
   * @param name host name without domain; it can not be changed once the node has joined
   * @param block what the node is built from and what runs on it
   * @return a handle to the node
   */
  public NodeRef node(String name, Consumer<? super NodeSpec> block) {
    NodeSpec spec = new NodeSpec(definition, name);
    definition.withoutNumber();
    Optional<Node> node = declare(spec, block, spec::build);
    definition.withoutNumber();
    add(node, definition.plan::addNode, name, "node");
    if (node.isEmpty()) {
      spec.interfaces.forEach(each -> refuseName(each, NodeSpec.INTERFACE_KINDS));
    }
    return NodeRef.named(name);
  }

  /**
   * Declares one node for each item of an inventory.
   *
   * <pre>{@code
   * record Host(String name, int number) {}
   * var hosts = List.of(new Host("pve1", 11), new Host("pve2", 12));
   * c.nodes(hosts, Host::name, (n, host) -> n.nic("eno1", ring.host(host.number())));
   * c.nodes(hosts, Host::name, (n, host) -> n.votes(300)); // refused: is outside 1 to 255
   * }</pre>
   *
   * @param <T> what the inventory says of a node
   * @param items the inventory, the founding node first
   * @param name the name of a node
   * @param block what the node of an item is built from
   * @return handles to the nodes, in the order of the inventory
   */
  public <T> List<NodeRef> nodes(
      Iterable<? extends T> items,
      Function<? super T, String> name,
      BiConsumer<? super NodeSpec, ? super T> block) {
    requireOpen();
    List<NodeRef> nodes = new ArrayList<>();
    for (T item : items) {
      nodes.add(node(name.apply(item), n -> block.accept(n, item)));
    }
    return nodes;
  }

  /**
   * Declares the Corosync links and the QDevice.
   *
   * <pre>{@code
   * c.corosync(k -> k.link(0, ring, 20).link(1, mgmt, 10)); // link0 is used as long as it works
   * c.corosync(k -> k.link(8, ring));                       // refused: is outside 0 to 7
   * c.corosync(k -> k.link(0, mgmt));                       // refused: with this number
   * }</pre>
   *
   * @param block the links
   * @return this scope
   */
  public ClusterSpec corosync(Consumer<? super CorosyncSpec> block) {
    requireOpen();
    begin(corosync, corosync::declaredAt);
    run(piece(corosync, new CorosyncSpec(definition, corosync)), block);
    return this;
  }

  /**
   * Sets options of the whole cluster, those of datacenter.cfg besides the ways of migrations and
   * replication jobs.
   *
   * <pre>{@code
   * c.datacenter(d -> d.macPrefix("BC:24:11:0").maxWorkers(4));
   * c.datacenter(d -> d.maxWorkers(0)); // refused: is outside 1 to
   * }</pre>
   *
   * @param block the options
   * @return this scope
   */
  public ClusterSpec datacenter(Consumer<? super DatacenterSpec> block) {
    requireOpen();
    begin(datacenter, datacenter::declaredAt);
    run(piece(datacenter, new DatacenterSpec(definition, datacenter)), block);
    return this;
  }

  /**
   * Sets the way that migrations take.
   *
   * <pre>{@code
   * c.migration(m -> m.over(ring).insecure());
   * c.migration(m -> m.over(NetworkRef.named("move"))); // refused: there is no network
   * }</pre>
   *
   * @param block network and encryption
   * @return this scope
   */
  public ClusterSpec migration(Consumer<? super MigrationNetworkSpec> block) {
    requireOpen();
    begin(datacenter, datacenter::declaredAt);
    begin(migration, migration::declaredAt);
    run(
        piece(migration, new MigrationNetworkSpec(definition, at.child("migration"), migration)),
        block);
    return this;
  }

  /**
   * Sets the way that replication jobs take; that of migrations when not set.
   *
   * <pre>{@code
   * c.replication(m -> m.over(ring));
   * c.replication(m -> m.over(NetworkRef.named("copy"))); // refused: there is no network
   * }</pre>
   *
   * @param block network and encryption
   * @return this scope
   */
  public ClusterSpec replication(Consumer<? super MigrationNetworkSpec> block) {
    requireOpen();
    begin(datacenter, datacenter::declaredAt);
    begin(replication, replication::declaredAt);
    run(
        piece(
            replication,
            new MigrationNetworkSpec(definition, at.child("replication"), replication)),
        block);
    return this;
  }

  /**
   * Declares what is known of a server that offers storage over the network.
   *
   * <pre>{@code
   * c.storageServer("nas", s -> s.addresses("172.20.50.5").heads(2).logDevice());
   * c.storageServer("san", s -> s.addresses("172.20.50")); // refused: is not an IP address
   * }</pre>
   *
   * @param name name, used in this plan only
   * @param block addresses, heads and latency
   * @return this scope
   */
  public ClusterSpec storageServer(String name, Consumer<? super StorageServerSpec> block) {
    StorageServerSpec spec = new StorageServerSpec(definition, name);
    declare(spec, block, spec.server::build).ifPresent(definition.plan::addStorageServer);
    return this;
  }

  /**
   * Sets what open-iscsi is told on each node that has an iSCSI storage.
   *
   * <pre>{@code
   * c.openIscsi(i -> i.replacementTimeout(seconds(15)).startup(SessionStartup.AUTOMATIC));
   * c.openIscsi(i -> i.replacementTimeout(hours(25))); // refused: is outside 0 to 86400
   * }</pre>
   *
   * @param block the settings
   * @return this scope
   */
  public ClusterSpec openIscsi(Consumer<? super OpenIscsiSpec> block) {
    requireOpen();
    begin(openIscsi, openIscsi::declaredAt);
    run(piece(openIscsi, new OpenIscsiSpec(definition, openIscsi)), block);
    return this;
  }

  /**
   * Declares a storage.
   *
   * <pre>{@code
   * var nas = c.storage(
   *     nfs("nas", "172.20.50.5", "/export/pve"),
   *     s -> s.content(ContentType.ISO, ContentType.BACKUP).options("vers=4.2"));
   * c.storage(nfs("n", "172.20.50.5", "/export"), s -> {}); // refused: is not a storage id
   * c.storage(dir("nas", "/srv"), s -> {});                 // refused: there are two storages
   * }</pre>
   *
   * @param <S> scope of what the type has
   * @param type the type with what it can not do without: {@link Pveplan#nfs}, {@link Pveplan#zfs}
   *     and their like
   * @param block what else there is to say of the storage
   * @return a handle to the storage
   */
  public <S extends StorageSpec<S>> StorageRef storage(
      StorageType<S> type, Consumer<? super S> block) {
    requireOpen();
    S spec = type.open(definition);
    add(declare(spec, block, spec::build), definition.plan::addStorage, type.id(), "storage");
    return StorageRef.named(type.id());
  }

  /**
   * Declares a replication job of a guest. Jobs of one guest are numbered in the order of the plan.
   *
   * <pre>{@code
   * c.replicate(web, nodeB, s -> s.schedule("0/15").rate(megabytesPerSecond(100)));
   * c.replicate(db, nodeB, s -> s.schedule("nightly")); // refused: is not a calendar event
   * c.replicate(web, nodeB, s -> {});                   // refused: is already replicated to nodeB
   * }</pre>
   *
   * @param guest the guest whose volumes are copied
   * @param target the node that receives the copy
   * @param block schedule, rate and comment
   * @return this scope
   */
  public ClusterSpec replicate(
      GuestRef guest, NodeRef target, Consumer<? super ReplicationSpec> block) {
    requireOpen();
    int number = replicationJobs.merge(guest.vmid(), 1, Integer::sum) - 1;
    ReplicationSpec spec = new ReplicationSpec(definition, guest, target, number);
    declare(spec, block, spec.job::build, guest, target)
        .ifPresent(definition.plan::addReplicationJob);
    return this;
  }

  /**
   * Declares Ceph on the nodes.
   *
   * <pre>{@code
   * c.ceph(s -> s.publicNetwork(ring).monitorsOn(nodes).managersOn(nodes));
   * c.ceph(s -> s.monitorsOn(List.of(NodeRef.named("pve9")))); // refused: there is no node
   * }</pre>
   *
   * @param block networks, monitors and managers
   * @return this scope
   */
  public ClusterSpec ceph(Consumer<? super CephSpec> block) {
    requireOpen();
    begin(ceph, ceph::declaredAt);
    run(piece(ceph, new CephSpec(definition, ceph)), block);
    return this;
  }

  /**
   * Declares a Ceph pool, and with it a storage of the same name.
   *
   * <pre>{@code
   * var vmDisks = c.cephPool("vm-disks", p -> p.size(3).minSize(2));
   * c.cephPool("more-disks", p -> p.size(8)); // refused: is outside 1 to 7
   * }</pre>
   *
   * @param name name of the pool
   * @param block number of copies or erasure code, placement
   * @return a handle to the storage
   */
  public StorageRef cephPool(String name, Consumer<? super CephPoolSpec> block) {
    requireOpen();
    begin(ceph, ceph::declaredAt);
    CephPoolSpec spec = new CephPoolSpec(definition, name);
    add(declare(spec, block, spec.pool::build), ceph::addPool, name, "Ceph pool", "storage");
    return StorageRef.named(name);
  }

  /**
   * Declares a CRUSH rule for replicated pools.
   *
   * <pre>{@code
   * var byRack = c.crushRule("by-rack", FailureDomain.RACK, p -> p.deviceClass("nvme"));
   * c.cephPool("fast", p -> p.crushRule(byRack));
   * c.crushRule("by-rack", FailureDomain.HOST, p -> {}); // refused: there are two CRUSH rules
   * }</pre>
   *
   * @param name name of the rule
   * @param domain what no two copies share
   * @param block device class
   * @return a handle to the rule
   */
  public CrushRuleRef crushRule(
      String name, FailureDomain domain, Consumer<? super CrushRuleSpec> block) {
    requireOpen();
    begin(ceph, ceph::declaredAt);
    CrushRuleSpec spec = new CrushRuleSpec(definition, name, domain);
    add(declare(spec, block, spec.rule::build), ceph::addCrushRule, name, "CRUSH rule");
    return CrushRuleRef.named(name);
  }

  /**
   * Declares a file system on Ceph, and with it a storage of the same name. It needs metadata
   * servers: {@link CephSpec#metadataServersOn}.
   *
   * <pre>{@code
   * var files = c.cephFs("files", p -> p.pgNum(64).plannedData(tib(2)));
   * c.cephFs("more-files", p -> p.activeServers(0)); // refused: is outside 1 to 100
   * }</pre>
   *
   * @param name name of the file system
   * @param block placement groups, CRUSH rule, metadata servers
   * @return a handle to the storage
   */
  public StorageRef cephFs(String name, Consumer<? super CephFsSpec> block) {
    requireOpen();
    begin(ceph, ceph::declaredAt);
    CephFsSpec spec = new CephFsSpec(definition, name);
    add(
        declare(spec, block, spec.fileSystem::build),
        ceph::addFileSystem,
        name,
        "CephFS",
        "storage");
    return StorageRef.named(name);
  }

  /**
   * Declares a virtual machine.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.cores(4).disk(vmDisks, gib(32)).nic("vmbr1", vlan(110)));
   * c.vm(99, "web02", v -> {});   // refused: is not a VMID
   * c.vm(301, "web_3", v -> {});  // refused: is not a guest name
   * }</pre>
   *
   * @param vmid 100 to 999999999, unique among virtual machines and containers
   * @param name a DNS name
   * @param block CPU, memory, disks and network cards
   * @return a handle to the virtual machine
   */
  public GuestRef vm(int vmid, String name, Consumer<? super VmSpec> block) {
    return machine(vmid, name, block, false);
  }

  /**
   * Declares a template: a virtual machine that is never started, only cloned.
   *
   * <pre>{@code
   * var debian = c.template(9001, "debian-13", v -> v.disk(vmDisks, gib(8)));
   * c.vm(300, "web01", v -> v.cloneOf(debian));
   * c.vm(301, "web02", v -> v.cloneOf(web)); // refused: is not a template
   * }</pre>
   *
   * @param vmid 100 to 999999999, unique among virtual machines and containers
   * @param name a DNS name
   * @param block CPU, memory, disks and network cards
   * @return a handle to the template
   */
  public GuestRef template(int vmid, String name, Consumer<? super VmSpec> block) {
    return machine(vmid, name, block, true);
  }

  /**
   * Declares the virtual machines of a profile, one for each VMID of a range. They are guests like
   * all others; Terraform gets one resource for them.
   *
   * <pre>{@code
   * var shop = vmProfile("shop", v -> v.cores(4).disk(vmDisks, gib(32)).nic("vmbr0"));
   * var shops = c.vms(vmids(300, 319), shop); // shop01 to shop20
   * c.vms(vmids(315, 330), shop);             // refused: the VMIDs 315 to 330 are not free
   * }</pre>
   *
   * @param range the VMIDs; a longer range adds guests and changes none
   * @param profile what they have in common
   * @return handles to the guests, in the order of their numbers
   */
  public List<GuestRef> vms(VmidRange range, VmProfile profile) {
    return vms(range, profile, (v, number) -> {});
  }

  /**
   * Declares the virtual machines of a profile, with what differs from one to the next.
   *
   * <pre>{@code
   * var shop = vmProfile("shop", v -> v.cores(4));
   * c.vms(vmids(300, 319), shop, (v, number) -> v.tags(number <= 10 ? "blue" : "green"));
   * c.vms(vmids(99, 110), shop, (v, number) -> {}); // refused: 99 is not a VMID
   * }</pre>
   *
   * @param range the VMIDs; a longer range adds guests and changes none
   * @param profile what they have in common
   * @param block what else there is to say of the guest with a number, after the profile
   * @return handles to the guests, in the order of their numbers
   */
  public List<GuestRef> vms(
      VmidRange range, VmProfile profile, ObjIntConsumer<? super VmSpec> block) {
    return machines(range, profile, block, false);
  }

  /**
   * Declares templates of a profile: one for each node, for example, where they lie on storage of
   * the nodes.
   *
   * <pre>{@code
   * var debian = vmProfile("debian", v -> v.spreadOver(nodes).disk(vmDisks, gib(8)));
   * var images = c.templates(vmids(9001, 9002), debian); // debian01 on the first node
   * var shop = vmProfile("shop", v -> v.spreadOver(nodes));
   * c.vms(vmids(300, 319), shop, (v, number) -> v.linkedCloneOf(images.get((number - 1) % 2)));
   * c.templates(vmids(9002, 9003), debian); // refused: the VMIDs 9002 to 9003 are not free
   * }</pre>
   *
   * @param range the VMIDs
   * @param profile what they have in common
   * @return handles to the templates, in the order of their numbers
   */
  public List<GuestRef> templates(VmidRange range, VmProfile profile) {
    return machines(range, profile, (v, number) -> {}, true);
  }

  private List<GuestRef> machines(
      VmidRange range, VmProfile profile, ObjIntConsumer<? super VmSpec> block, boolean template) {
    requireOpen();
    Objects.requireNonNull(block, "block");
    return new Fleet(definition, range, profile.name()).declare(member -> {
      VmSpec spec = new VmSpec(definition, member.vmid(), member.name());
      spec.vm.fleet(profile.name());
      machine(
          spec,
          member.vmid(),
          member.name(),
          v -> {
            v.asIn(profile);
            block.accept(v, member.number());
          },
          template);
    });
  }

  /**
   * Declares the containers of a profile, one for each VMID of a range.
   *
   * <pre>{@code
   * var image = containerTemplate(nas, "debian-13.tar.zst");
   * var dns = containerProfile("dns", image, vmDisks, gib(4), t -> t.memory(mib(512)).nic("vmbr0"));
   * c.containers(vmids(310, 311), dns); // dns01 and dns02
   * c.containers(vmids(311, 312), dns); // refused: the VMIDs 311 to 312 are not free
   * }</pre>
   *
   * @param range the VMIDs; a longer range adds containers and changes none
   * @param profile what they have in common
   * @return handles to the containers, in the order of their numbers
   */
  public List<GuestRef> containers(VmidRange range, ContainerProfile profile) {
    return containers(range, profile, (t, number) -> {});
  }

  /**
   * Declares the containers of a profile, with what differs from one to the next.
   *
   * <pre>{@code
   * var image = containerTemplate(nas, "debian-13.tar.zst");
   * var dns = containerProfile("dns", image, vmDisks, gib(4), t -> t.memory(mib(512)).nic("vmbr0"));
   * c.containers(vmids(310, 311), dns, (t, number) -> t.tags(number == 1 ? "main" : "spare"));
   * c.containers(vmids(312, 312), dns, (t, number) -> t.cores(0)); // refused: number of cores 0
   * }</pre>
   *
   * @param range the VMIDs; a longer range adds containers and changes none
   * @param profile what they have in common
   * @param block what else there is to say of the container with a number, after the profile
   * @return handles to the containers, in the order of their numbers
   */
  public List<GuestRef> containers(
      VmidRange range, ContainerProfile profile, ObjIntConsumer<? super ContainerSpec> block) {
    requireOpen();
    Objects.requireNonNull(block, "block");
    return new Fleet(definition, range, profile.name()).declare(member -> {
      ContainerSpec spec = new ContainerSpec(definition, member.vmid(), member.name());
      spec.container.fleet(profile.name());
      container(
          spec,
          member.vmid(),
          member.name(),
          profile.template(),
          profile.rootfs(),
          profile.size(),
          t -> {
            profile.block().accept(t);
            block.accept(t, member.number());
          });
    });
  }

  /**
   * Reserves VMIDs for guests that name none. Each gets the one that its name stands for: CRC-32 of
   * the name in lower case, modulo the size of the range, after its first VMID.
   *
   * <p>Numbers given out in the order of the plan, or next to each other where names meet, would
   * change when a guest is added before them, and with them disks, MAC addresses and everything
   * that Terraform made. From the name alone, a guest keeps its VMID whatever else comes or goes;
   * what names can not do is to avoid each other, so two that stand for one VMID are refused, and
   * one of them names its VMID. With 100 guests in a range of 100,000 that happens in one plan of
   * twenty.
   *
   * <pre>{@code
   * c.vmidsByName(vmids(100_000, 199_999));
   * c.vm("jump", v -> v.cores(1)); // has 127574, whatever else there is
   * c.vmidsByName(vmids(300, 300)).vm("app01", v -> {});
   * c.vm("app02", v -> {}); // refused: is that of app01
   * }</pre>
   *
   * @param range the VMIDs; another range gives all these guests other VMIDs
   * @return this scope
   */
  public ClusterSpec vmidsByName(VmidRange range) {
    requireOpen();
    vmidsByName.reserve(Objects.requireNonNull(range, "range"));
    return this;
  }

  /**
   * Lets cards of guests that name no MAC address have locally administered ones: 02, the number of
   * the cluster, the VMID and the number of the card, in 8, 5, 30 and 5 of the 48 bits. No two cards
   * of a plan get the same, whatever their VMID, nor two cards of clusters with different numbers;
   * another guest or card changes none.
   *
   * <p>Without it they begin with the prefix of the datacenter, or else with BC:24:11, that of
   * Proxmox, with 19 bits for the VMID. Guests that are not in the plan get addresses with that prefix
   * at random, guests with a VMID above 524287 get none from the plan, and VM 200 of each cluster gets
   * the same address: name a number wherever several clusters share a network.
   *
   * <pre>{@code
   * c.macsFromVmids(3); // the first card of VM 200 has 02:18:00:00:19:00
   * c.macsFromVmids(32); // refused: is outside 0 to 31
   * }</pre>
   *
   * @param cluster number of the cluster, 0 to 31, different for each on the same network
   * @return this scope
   */
  public ClusterSpec macsFromVmids(int cluster) {
    set("macsFromVmids", cluster, it -> definition.set(plan -> plan.macsFromVmids(it)));
    return this;
  }

  /**
   * Declares a virtual machine with the VMID that its name stands for.
   *
   * <pre>{@code
   * c.vmidsByName(vmids(100_000, 199_999));
   * c.vm("jump", v -> v.cores(1).memory(gib(2)));
   * c.vm("jump", v -> {}); // refused: is that of jump
   * }</pre>
   *
   * @param name a DNS name
   * @param block CPU, memory, disks and network cards
   * @return a handle to the virtual machine
   * @see #vmidsByName
   */
  public GuestRef vm(String name, Consumer<? super VmSpec> block) {
    requireOpen();
    OptionalInt vmid = vmidsByName.of(name);
    return vmid.isPresent() ? vm(vmid.getAsInt(), name, block) : withoutVmid();
  }

  /**
   * Declares a container with the VMID that its name stands for.
   *
   * <pre>{@code
   * var image = containerTemplate(nas, "debian-13.tar.zst");
   * c.vmidsByName(vmids(100_000, 199_999)).container("ntp", image, vmDisks, gib(4), t -> t.cores(1));
   * c.container("ntp", image, vmDisks, gib(4), t -> {}); // refused: is that of ntp
   * }</pre>
   *
   * @param name a DNS name
   * @param template storage and file name of the template it is made from
   * @param rootfs storage of its root file system
   * @param size size of its root file system
   * @param block CPU, memory and network cards
   * @return a handle to the container
   * @see #vmidsByName
   */
  public GuestRef container(
      String name,
      ContainerTemplate template,
      StorageRef rootfs,
      DataSize size,
      Consumer<? super ContainerSpec> block) {
    requireOpen();
    OptionalInt vmid = vmidsByName.of(name);
    return vmid.isPresent()
        ? container(vmid.getAsInt(), name, template, rootfs, size, block)
        : withoutVmid();
  }

  // No guest can have it, and references to it are no mistakes of their own.
  private GuestRef withoutVmid() {
    refuseName("0", "guest");
    return GuestRef.of(0);
  }

  private GuestRef machine(
      int vmid, String name, Consumer<? super VmSpec> block, boolean template) {
    return machine(new VmSpec(definition, vmid, name), vmid, name, block, template);
  }

  private GuestRef machine(
      VmSpec spec, int vmid, String name, Consumer<? super VmSpec> block, boolean template) {
    definition.fleets.take(vmid, name, spec.line);
    add(
        declare(spec, block, () -> spec.build(template)),
        definition.plan::addGuest,
        Integer.toString(vmid),
        "guest");
    return GuestRef.of(vmid);
  }

  /**
   * Declares a container.
   *
   * <pre>{@code
   * var image = containerTemplate(nas, "debian-13.tar.zst");
   * c.container(310, "dns01", image, vmDisks, gib(4), t -> t.memory(mib(512)).nic("vmbr1"));
   * c.container(311, "dns02", image, vmDisks, gib(4), t -> t.nic("vmbr9")); // refused: no bridge
   * }</pre>
   *
   * @param vmid 100 to 999999999, unique among virtual machines and containers
   * @param name a DNS name
   * @param template storage and file name of the template it is made from
   * @param rootfs storage of its root file system
   * @param size size of its root file system
   * @param block CPU, memory and network cards
   * @return a handle to the container
   */
  public GuestRef container(
      int vmid,
      String name,
      ContainerTemplate template,
      StorageRef rootfs,
      DataSize size,
      Consumer<? super ContainerSpec> block) {
    return container(
        new ContainerSpec(definition, vmid, name), vmid, name, template, rootfs, size, block);
  }

  private GuestRef container(
      ContainerSpec spec,
      int vmid,
      String name,
      ContainerTemplate template,
      StorageRef rootfs,
      DataSize size,
      Consumer<? super ContainerSpec> block) {
    definition.fleets.take(vmid, name, spec.line);
    spec.root(template, rootfs, size);
    add(
        declare(spec, block, spec.container::build, template.storage(), rootfs),
        definition.plan::addGuest,
        Integer.toString(vmid),
        "guest");
    return GuestRef.of(vmid);
  }

  /**
   * Declares a file that is fetched to a storage: the image of a cloud to make templates from, an ISO
   * image, a container template. Which of them it is, its extension tells.
   *
   * <pre>{@code
   * var sum = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
   * c.image(nas, "debian-13.qcow2", "https://cloud.example.org/debian-13.qcow2", sum);
   * c.image(nas, "a.qcow2", "https://u:p@example.org/a.qcow2", sum); // refused: is not an address to fetch
   * }</pre>
   *
   * @param storage one for content of its kind
   * @param file name of the file there: .qcow2, .raw, .vmdk and .ova, .iso and .img, or .tar.zst
   * @param url where it comes from, by HTTP; nothing secret in it
   * @param checksum {@code sha256:} or {@code sha512:} and the digits
   * @return this scope
   */
  public ClusterSpec image(StorageRef storage, String file, String url, String checksum) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(checksum, "checksum");
    make(
            PlanPath.of("image", file),
            () -> Image.builder()
                .volume(new Volume(storage.name(), directoryOf(file), file))
                .url(url)
                .checksum(Checksum.parse(checksum))
                .declaredAt(CallSite.here())
                .build(),
            storage)
        .ifPresent(definition.plan::addImage);
    return this;
  }

  private static String directoryOf(String file) {
    if (file.endsWith(".iso") || file.endsWith(".img")) {
      return "iso";
    }
    return file.contains(".tar") ? "vztmpl" : "import";
  }

  /**
   * Declares a planned move of a guest to another node. A plan has no order of moves, so each guest
   * has one at most; the way back is one of another plan.
   *
   * <pre>{@code
   * c.migrate(web, nodeB, m -> m.online());
   * c.migrate(web, NodeRef.named("pve9"), m -> {}); // refused: there is no node
   * }</pre>
   *
   * @param guest the guest that moves
   * @param target the node it moves to
   * @param block how it moves
   * @return this scope
   */
  public ClusterSpec migrate(
      GuestRef guest, NodeRef target, Consumer<? super MigrationSpec> block) {
    MigrationSpec spec = new MigrationSpec(definition, guest, target);
    declare(spec, block, spec.migration::build, guest, target)
        .ifPresent(definition.plan::addMigration);
    return this;
  }

  /**
   * Declares high availability.
   *
   * <pre>{@code
   * c.ha(h -> h.resources(web, db).resourceAffinity("apart", Affinity.NEGATIVE, web, db));
   * c.ha(h -> h.nodeAffinity("home", a -> a.resources(web))); // refused: the rule names no node
   * }</pre>
   *
   * @param block resources and rules
   * @return this scope
   */
  public ClusterSpec ha(Consumer<? super HaSpec> block) {
    requireOpen();
    begin(ha, ha::declaredAt);
    run(piece(ha, new HaSpec(definition, ha)), block);
    return this;
  }

  /**
   * Declares an EVPN controller: the nodes become BGP peers over a network.
   *
   * <pre>{@code
   * var ev = c.evpnController("evpn1", 65000, ring);
   * c.evpnController("evpn2", -1, ring); // refused: is outside 0 to 4294967295
   * }</pre>
   *
   * @param id controller ID
   * @param asn number of the autonomous system, 0 to 4294967295
   * @param network the network of the peers
   * @return a handle to the controller
   */
  public ControllerRef evpnController(String id, long asn, NetworkRef network) {
    requireOpen();
    Objects.requireNonNull(id, "id");
    begin(sdn, sdn::declaredAt);
    Optional<Origin> here = CallSite.here();
    add(
        make(
            PlanPath.of("sdn", "controller", id),
            () -> EvpnController.builder()
                .id(id)
                .asn(asn)
                .network(network.name())
                .declaredAt(here)
                .build(),
            network),
        sdn::addController,
        id,
        "controller");
    return ControllerRef.named(id);
  }

  /**
   * Declares an SDN zone.
   *
   * <pre>{@code
   * var lab = c.zone(simple("lab"), z -> z.ipam("pve").dhcp());
   * c.zone(vlanZone("too-long-id", "vmbr1"), z -> {}); // refused: is not an SDN id
   * }</pre>
   *
   * @param <S> scope of what the type has
   * @param type the type with what it can not do without: {@link Pveplan#simple}, {@link
   *     Pveplan#evpn} and their like
   * @param block what else there is to say of the zone
   * @return a handle to the zone
   */
  public <S extends ZoneSpec<S>> ZoneRef zone(ZoneType<S> type, Consumer<? super S> block) {
    requireOpen();
    begin(sdn, sdn::declaredAt);
    S spec = type.open(definition);
    add(declare(spec, block, spec::build, type.references()), sdn::addZone, type.id(), "zone");
    return ZoneRef.named(type.id());
  }

  /**
   * Declares a VNet of a zone.
   *
   * <pre>{@code
   * var lab = c.vnet("lab1", nat, b -> b.subnet("10.150.10.0/24", s -> s.snat()));
   * c.vm(300, "web01", v -> v.nic(lab));
   * c.vnet("lab2", nat, b -> b.tag(0)); // refused: is outside 1 to 16777215
   * }</pre>
   *
   * @param id VNet ID, at most 8 letters and digits
   * @param zone the zone
   * @param block tag, alias and subnets
   * @return a handle to the VNet
   */
  public VnetRef vnet(String id, ZoneRef zone, Consumer<? super VnetSpec> block) {
    requireOpen();
    begin(sdn, sdn::declaredAt);
    VnetSpec spec = new VnetSpec(definition, sdn, id, zone);
    add(
        declare(spec, block, spec.vnet::build, zone),
        sdn::addVnet,
        id,
        "VNet",
        RefusedNames.BRIDGE_OR_VNET);
    return VnetRef.named(id);
  }

  /**
   * Declares backup and restore.
   *
   * <pre>{@code
   * c.backup(b -> b.job("nightly", "mon..sat 02:30", backups, p -> p.all().keepDaily(7))
   *     .hosts("01:15", backups, "/etc/pve"));
   * c.backup(b -> b.job("weekly", "sun 03:00", backups, p -> {})); // refused: takes no guest
   * }</pre>
   *
   * @param block servers, jobs and the way back
   * @return this scope
   */
  public ClusterSpec backup(Consumer<? super BackupSpec> block) {
    requireOpen();
    begin(backup, backup::declaredAt);
    run(piece(backup, new BackupSpec(definition, backup)), block);
    return this;
  }

  /**
   * Declares which guests Terraform makes.
   *
   * <pre>{@code
   * c.terraform(t -> t.providers(TerraformProvider.BPG).guests(web));
   * c.terraform(t -> t.guests(GuestRef.of(999))); // refused: there is no guest
   * }</pre>
   *
   * @param block providers and guests
   * @return this scope
   */
  public ClusterSpec terraform(Consumer<? super TerraformSpec> block) {
    requireOpen();
    begin(terraform, terraform::declaredAt);
    run(piece(terraform, new TerraformSpec(definition, terraform)), block);
    return this;
  }

  // Blocks about the one Ceph, the one HA and their like add to each other.
  private void begin(Object part, Consumer<Optional<Origin>> declaredAt) {
    if (begun.add(part)) {
      declaredAt.accept(CallSite.here());
    }
  }

  @Override
  void cutShort() {
    definition.incomplete();
  }

  private <S extends Scope> S piece(Object part, S block) {
    pieces.computeIfAbsent(part, it -> new ArrayList<>()).add(block);
    return block;
  }

  ClusterPlan freeze() {
    finish(migration, migration::build, datacenter::migration);
    finish(replication, replication::build, datacenter::replication);
    finish(datacenter, datacenter::build, definition.plan::datacenter);
    finish(openIscsi, openIscsi::build, definition.plan::openIscsi);
    finish(corosync, corosync::build, definition.plan::corosync);
    finish(ceph, ceph::build, definition.plan::ceph);
    finish(ha, ha::build, definition.plan::ha);
    finish(sdn, sdn::build, definition.plan::sdn);
    finish(backup, backup::build, definition.plan::backup);
    finish(terraform, terraform::build, definition.plan::terraform);
    return definition.freeze();
  }

  // What pieces say is only known to go together when all of them are there.
  private <T> void finish(Object part, Supplier<T> value, Consumer<? super T> target) {
    if (begun.contains(part)) {
      definition.attempt(refused -> Optional.of(ofPieces(part, refused)), value).ifPresent(target);
    }
  }

  private PlanProblem ofPieces(Object part, InvalidValueException refused) {
    List<Scope> blocks = pieces.getOrDefault(part, List.of());
    String field = refused.field().orElse("");
    Scope teller = blocks.stream()
        .filter(it -> it.hasSet(field))
        .findFirst()
        .orElse(blocks.isEmpty() ? this : blocks.get(0));
    return teller.problemOf(field, refused);
  }
}
