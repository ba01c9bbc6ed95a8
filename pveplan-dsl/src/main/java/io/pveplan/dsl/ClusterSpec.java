package io.pveplan.dsl;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Scope of a cluster: the outermost block of a plan.
 *
 * <p>What is declared here returns a handle; settings inside the blocks return their scope.
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
  private final Terraform.Builder terraform = Terraform.builder();
  private final Set<Object> begun = new HashSet<>();
  private final Map<Integer, Integer> replicationJobs = new HashMap<>();

  ClusterSpec(Definition definition, String name) {
    super(definition, PlanPath.of("cluster"));
    set(() -> definition.set(plan -> plan.name(name).declaredAt(line)));
  }

  /** Sets the release the cluster is built with; 9.x when not set. */
  public ClusterSpec target(ProductVersion version) {
    set(() -> definition.set(plan -> plan.target(version)));
    return this;
  }

  /**
   * Promises that this many nodes may fail at once without the cluster losing its quorum. Rules
   * hold the plan to it.
   *
   * @param nodes 1 to 100
   */
  public ClusterSpec survivesNodeFailures(int nodes) {
    set(() -> definition.set(plan -> plan.survivesNodeFailures(nodes)));
    return this;
  }

  /** Declares what all nodes have: domain, name servers, time servers, packages. */
  public ClusterSpec everyNode(Consumer<? super EveryNodeSpec> block) {
    requireOpen();
    run(new EveryNodeSpec(definition), block);
    return this;
  }

  /** Declares a power circuit with a UPS before it. */
  public CircuitRef circuit(String name, String ups) {
    return circuit(Circuit.builder().ups(ups), name);
  }

  /** Declares a power circuit without UPS. */
  public CircuitRef circuit(String name) {
    return circuit(Circuit.builder(), name);
  }

  private CircuitRef circuit(Circuit.Builder circuit, String name) {
    Optional<Origin> here = CallSite.here();
    add(
        make(
            PlanPath.of("circuit", name),
            () -> circuit.name(name).declaredAt(here).build()),
        name,
        definition.plan::addCircuit);
    return CircuitRef.named(name);
  }

  /**
   * Declares a network of the cluster.
   *
   * <pre>{@code
   * var ring = c.network("ring", "10.20.1.0/24", net -> net.carries(COROSYNC));
   * ring.host(11);                                  // 10.20.1.11/24
   * c.network("ring", "10.20.1.1/24", net -> {});   // refused: host bits
   * }</pre>
   *
   * @param name name, used in this plan only
   * @param subnet network address with prefix length; host bits are refused
   */
  public NetworkRef network(String name, String subnet, Consumer<? super NetworkSpec> block) {
    NetworkSpec spec = new NetworkSpec(definition, name);
    add(
        declare(spec, block, () -> spec.network.subnet(Subnet.parse(subnet)).build()),
        name,
        definition::declare);
    return NetworkRef.named(name);
  }

  /** Declares a network whose addresses others give out. */
  public NetworkRef network(String name, Consumer<? super NetworkSpec> block) {
    NetworkSpec spec = new NetworkSpec(definition, name);
    add(declare(spec, block, spec.network::build), name, definition::declare);
    return NetworkRef.named(name);
  }

  /** Declares a node. The first one founds the cluster. */
  public NodeRef node(String name, Consumer<? super NodeSpec> block) {
    NodeSpec spec = new NodeSpec(definition, name);
    Optional<Node> node = declare(spec, block, spec::build);
    add(node, name, definition.plan::addNode);
    if (node.isEmpty()) {
      spec.interfaces.forEach(definition::refusedName);
    }
    return NodeRef.named(name);
  }

  /**
   * Declares one node for each item of an inventory.
   *
   * <pre>{@code
   * record Host(String name, int number) {}
   * var nodes = c.nodes(HOSTS, Host::name, (n, host) -> n.nic("eno1", ring.host(host.number())));
   * }</pre>
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

  /** Declares the Corosync links and the QDevice. */
  public ClusterSpec corosync(Consumer<? super CorosyncSpec> block) {
    requireOpen();
    begin(corosync, corosync::declaredAt);
    run(new CorosyncSpec(definition, corosync), block);
    return this;
  }

  /** Sets the way that migrations take. */
  public ClusterSpec migration(Consumer<? super MigrationNetworkSpec> block) {
    requireOpen();
    begin(datacenter, datacenter::declaredAt);
    begin(migration, migration::declaredAt);
    run(new MigrationNetworkSpec(definition, at.child("migration"), migration), block);
    return this;
  }

  /** Sets the way that replication jobs take; that of migrations when not set. */
  public ClusterSpec replication(Consumer<? super MigrationNetworkSpec> block) {
    requireOpen();
    begin(datacenter, datacenter::declaredAt);
    begin(replication, replication::declaredAt);
    run(new MigrationNetworkSpec(definition, at.child("replication"), replication), block);
    return this;
  }

  /** Declares what is known of a server that offers storage over the network. */
  public ClusterSpec storageServer(String name, Consumer<? super StorageServerSpec> block) {
    StorageServerSpec spec = new StorageServerSpec(definition, name);
    declare(spec, block, spec.server::build).ifPresent(definition.plan::addStorageServer);
    return this;
  }

  /**
   * Declares a storage.
   *
   * <pre>{@code
   * var nas = c.storage(nfs("nas", "172.20.50.5", "/export/pve"), s -> s.content(ISO, BACKUP));
   * c.storage(nfs("n", "172.20.50.5", "/export"), s -> {}); // refused: IDs have two characters or more
   * }</pre>
   */
  public <S extends StorageSpec<S>> StorageRef storage(
      StorageType<S> type, Consumer<? super S> block) {
    requireOpen();
    S spec = type.open(definition);
    add(declare(spec, block, spec::build), type.id(), definition.plan::addStorage);
    return StorageRef.named(type.id());
  }

  /**
   * Declares a replication job of a guest. Jobs of one guest are numbered in the order of the plan.
   */
  public ClusterSpec replicate(
      GuestRef guest, NodeRef target, Consumer<? super ReplicationSpec> block) {
    requireOpen();
    int number = replicationJobs.merge(guest.vmid(), 1, Integer::sum) - 1;
    ReplicationSpec spec = new ReplicationSpec(definition, guest, target, number);
    declare(spec, block, () -> spec.job.guest(Vmid.of(guest.vmid())).build(), guest, target)
        .ifPresent(definition.plan::addReplicationJob);
    return this;
  }

  /** Declares Ceph on the nodes. */
  public ClusterSpec ceph(Consumer<? super CephSpec> block) {
    requireOpen();
    begin(ceph, ceph::declaredAt);
    run(new CephSpec(definition, ceph), block);
    return this;
  }

  /** Declares a replicated Ceph pool, and with it a storage of the same name. */
  public StorageRef cephPool(String name, Consumer<? super CephPoolSpec> block) {
    requireOpen();
    begin(ceph, ceph::declaredAt);
    CephPoolSpec spec = new CephPoolSpec(definition, name);
    add(declare(spec, block, spec.pool::build), name, ceph::addPool);
    return StorageRef.named(name);
  }

  /**
   * Declares a virtual machine.
   *
   * @param vmid 100 to 999999999, unique among virtual machines and containers
   * @param name a DNS name
   */
  public GuestRef vm(int vmid, String name, Consumer<? super VmSpec> block) {
    return machine(vmid, name, block, false);
  }

  /** Declares a template: a virtual machine that is never started, only cloned. */
  public GuestRef template(int vmid, String name, Consumer<? super VmSpec> block) {
    return machine(vmid, name, block, true);
  }

  private GuestRef machine(
      int vmid, String name, Consumer<? super VmSpec> block, boolean template) {
    VmSpec spec = new VmSpec(definition, vmid, name);
    add(
        declare(spec, block, () -> spec.build(Vmid.of(vmid), template)),
        Integer.toString(vmid),
        definition.plan::addGuest);
    return GuestRef.of(vmid);
  }

  /**
   * Declares a container.
   *
   * @param template storage and file name of the template it is made from
   * @param rootfs storage of its root file system
   */
  public GuestRef container(
      int vmid,
      String name,
      ContainerTemplate template,
      StorageRef rootfs,
      DataSize size,
      Consumer<? super ContainerSpec> block) {
    ContainerSpec spec = new ContainerSpec(definition, vmid, name);
    add(
        declare(
            spec,
            block,
            () -> spec.container
                .vmid(Vmid.of(vmid))
                .ostemplate(new Volume(template.storage().name(), "vztmpl", template.file()))
                .rootfs(GuestDisk.builder()
                    .slot("rootfs")
                    .storage(rootfs.name())
                    .size(size)
                    .declaredAt(spec.line)
                    .build())
                .build(),
            template.storage(),
            rootfs),
        Integer.toString(vmid),
        definition.plan::addGuest);
    return GuestRef.of(vmid);
  }

  /** Declares a planned move of a guest to another node. */
  public ClusterSpec migrate(
      GuestRef guest, NodeRef target, Consumer<? super MigrationSpec> block) {
    MigrationSpec spec = new MigrationSpec(definition, guest, target);
    declare(spec, block, () -> spec.migration.guest(Vmid.of(guest.vmid())).build(), guest, target)
        .ifPresent(definition.plan::addMigration);
    return this;
  }

  /** Declares high availability. */
  public ClusterSpec ha(Consumer<? super HaSpec> block) {
    requireOpen();
    begin(ha, ha::declaredAt);
    run(new HaSpec(definition, ha), block);
    return this;
  }

  /** Declares an EVPN controller: the nodes become BGP peers over a network. */
  public ControllerRef evpnController(String id, long asn, NetworkRef network) {
    requireOpen();
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
        id,
        sdn::addController);
    return ControllerRef.named(id);
  }

  /** Declares an SDN zone. */
  public <S extends ZoneSpec<S>> ZoneRef zone(ZoneType<S> type, Consumer<? super S> block) {
    requireOpen();
    begin(sdn, sdn::declaredAt);
    S spec = type.open(definition);
    add(declare(spec, block, spec::build, type.references()), type.id(), sdn::addZone);
    return ZoneRef.named(type.id());
  }

  /** Declares a VNet of a zone. */
  public VnetRef vnet(String id, ZoneRef zone, Consumer<? super VnetSpec> block) {
    requireOpen();
    begin(sdn, sdn::declaredAt);
    VnetSpec spec = new VnetSpec(definition, sdn, id, zone);
    add(declare(spec, block, spec.vnet::build, zone), id, sdn::addVnet);
    return VnetRef.named(id);
  }

  /** Declares backup and restore. */
  public ClusterSpec backup(Consumer<? super BackupSpec> block) {
    requireOpen();
    begin(backup, backup::declaredAt);
    run(new BackupSpec(definition, backup), block);
    return this;
  }

  /** Declares which guests Terraform makes. */
  public ClusterSpec terraform(Consumer<? super TerraformSpec> block) {
    requireOpen();
    begin(terraform, terraform::declaredAt);
    run(new TerraformSpec(definition, terraform), block);
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

  ClusterPlan freeze() {
    whenBegun(migration, () -> datacenter.migration(migration.build()));
    whenBegun(replication, () -> datacenter.replication(replication.build()));
    whenBegun(datacenter, () -> definition.plan.datacenter(datacenter.build()));
    whenBegun(corosync, () -> definition.plan.corosync(corosync.build()));
    whenBegun(ceph, () -> definition.plan.ceph(ceph.build()));
    whenBegun(ha, () -> definition.plan.ha(ha.build()));
    whenBegun(sdn, () -> definition.plan.sdn(sdn.build()));
    whenBegun(backup, () -> definition.plan.backup(backup.build()));
    whenBegun(terraform, () -> definition.plan.terraform(terraform.build()));
    return definition.freeze();
  }

  private void whenBegun(Object part, Runnable action) {
    if (begun.contains(part)) {
      action.run();
    }
  }
}
