package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Scope of a container.
 *
 * <pre>{@code
 * c.container(
 *     310, "dns", containerTemplate(nas, "debian-13.tar.zst"), vmDisks, gib(4), t -> t.tags("infra"));
 * c.container(
 *     311, "ns", containerTemplate(nas, "a.tar.zst"), vmDisks, gib(4), t -> t.cores(0)); // refused: cores 0
 * }</pre>
 *
 * @since 0.1
 */
public final class ContainerSpec extends Scope {

  final Container.Builder container = Container.builder();
  private final NicAddresses addresses = new NicAddresses(this, container::addIpConfig);
  private int nics;
  private int mountPoints;
  private int devices;

  ContainerSpec(Definition definition, int vmid, String name) {
    super(definition, PlanPath.of("guest", Integer.toString(vmid)));
    container.vmid(StandIn.VMID).name(Objects.requireNonNull(name, "name")).declaredAt(line);
    require("", vmid, it -> container.vmid(Vmid.of(it)));
  }

  final void root(ContainerTemplate template, StorageRef storage, DataSize size) {
    container.ostemplate(StandIn.VOLUME);
    require("ostemplate", template, it -> container.ostemplate(it.volume()));
    GuestDisk.Builder rootfs = GuestDisk.builder().slot("rootfs").size(size).declaredAt(line);
    container.rootfs(StandIn.ROOTFS);
    if (definition.isRefused(at.child("rootfs"), storage, size)) {
      breakOff();
    } else {
      require(
          "rootfs", storage, it -> container.rootfs(rootfs.storage(it.name()).build()));
    }
  }

  /** Sets the node it starts its life on. */
  public ContainerSpec node(NodeRef node) {
    set("node", node, it -> container.node(NameFormat.NODE.require(it.name())));
    return this;
  }

  /**
   * Puts a guest of a profile on the node of its turn: the first guest on the first node, and again
   * from the first one after the last. A guest keeps its node when others are added behind it.
   *
   * @param nodes the nodes
   */
  public ContainerSpec spreadOver(List<NodeRef> nodes) {
    SpreadGuests.over(this, nodes).ifPresent(this::node);
    return this;
  }

  /** Sets the number of cores it may use; all when not set. */
  public ContainerSpec cores(int cores) {
    set("cores", cores, container::cores);
    return this;
  }

  /** Sets the limit of its memory; 512 MiB when not set. */
  public ContainerSpec memory(DataSize memory) {
    set("memory", memory, container::memory);
    return this;
  }

  /** Sets how much swap it may use beyond its memory; 512 MiB when not set. */
  public ContainerSpec swap(DataSize swap) {
    set("swap", swap, container::swap);
    return this;
  }

  /** Lets it do more than the usual. */
  public ContainerSpec features(Consumer<? super FeaturesSpec> block) {
    requireOpen();
    FeaturesSpec spec = new FeaturesSpec(definition, at.child("features"));
    declare(spec, block, spec.features::build).ifPresent(container::features);
    return this;
  }

  /**
   * Gives it a volume of its own at a path.
   *
   * @param path where it is in the container
   */
  public ContainerSpec mountPoint(String path, StorageRef storage, DataSize size) {
    return mountPoint(path, storage, size, p -> {});
  }

  /**
   * Gives it a volume of its own at a path, with what else there is to say of it.
   *
   * @param path where it is in the container
   */
  public ContainerSpec mountPoint(
      String path, StorageRef storage, DataSize size, Consumer<? super MountPointSpec> block) {
    MountPointSpec spec = new MountPointSpec(definition, at.child("mp" + mountPoints++), path);
    declare(spec, block, () -> spec.point.storage(storage.name()).size(size).build(), storage, size)
        .ifPresentOrElse(container::addMountPoint, this::breakOff);
    return this;
  }

  /**
   * Mounts a directory or block device of the node.
   *
   * @param path where it is in the container
   * @param source where it is on the node
   */
  public ContainerSpec bindMount(String path, String source) {
    return bindMount(path, source, p -> {});
  }

  /**
   * Mounts a directory or block device of the node, with what else there is to say of it.
   *
   * @param path where it is in the container
   * @param source where it is on the node
   */
  public ContainerSpec bindMount(
      String path, String source, Consumer<? super MountPointSpec> block) {
    Objects.requireNonNull(source, "source");
    MountPointSpec spec = new MountPointSpec(definition, at.child("mp" + mountPoints++), path);
    declare(spec, block, () -> spec.point.source(source).build())
        .ifPresentOrElse(container::addMountPoint, this::breakOff);
    return this;
  }

  /**
   * Lets it use a device of the node.
   *
   * @param path where it is on the node, below {@code /dev}
   */
  public ContainerSpec device(String path) {
    return device(path, p -> {});
  }

  /**
   * Lets it use a device of the node, with what else there is to say of it.
   *
   * @param path where it is on the node, below {@code /dev}
   */
  public ContainerSpec device(String path, Consumer<? super ContainerDeviceSpec> block) {
    ContainerDeviceSpec spec =
        new ContainerDeviceSpec(definition, at.child("dev" + devices++), path);
    declare(spec, block, spec.device::build).ifPresent(container::addDevice);
    return this;
  }

  /**
   * Gives a network card a static address. The first card whose network has a gateway gets the
   * default route over it, unless a card before it takes its address from DHCP or another gateway is
   * named.
   *
   * @param nic number of the card, 0 for net0
   */
  public ContainerSpec address(int nic, NetworkAddress address) {
    addresses.add(nic, address);
    return this;
  }

  /**
   * Gives a network card a static address and a default gateway. Then no other card is given a
   * default route of that family, unless its gateway is named as well.
   *
   * @param nic number of the card, 0 for net0
   * @param gateway address of the gateway
   */
  public ContainerSpec address(int nic, NetworkAddress address, String gateway) {
    addresses.add(nic, address, gateway);
    return this;
  }

  /** Lets a network card take its address from DHCP. */
  public ContainerSpec dhcp(int nic) {
    addresses.dhcp(nic);
    return this;
  }

  /** Adds name servers; those of the node when not set. */
  public ContainerSpec dns(String... servers) {
    setEach("dnsServers", servers, it -> container.addDnsServer(IpAddress.parse(it)));
    return this;
  }

  /** Sets the domain that short names are looked up in; that of the node when not set. */
  public ContainerSpec searchDomain(String domain) {
    set("searchDomain", domain, it -> container.searchDomain(NameFormat.DOMAIN.require(it)));
    return this;
  }

  /** Adds a network card. */
  public ContainerSpec nic(String bridge) {
    return nic(bridge, b -> {});
  }

  /** Adds a network card with a VLAN tag. */
  public ContainerSpec nic(String bridge, VlanOption vlan) {
    return nic(bridge, b -> b.tag(vlan.tag()));
  }

  /** Adds a network card with what else there is to say of it. */
  public ContainerSpec nic(String bridge, Consumer<? super GuestNicSpec> block) {
    return addNic(bridge, block);
  }

  /** Adds a network card on a VNet. */
  public ContainerSpec nic(VnetRef vnet) {
    return nic(vnet, b -> {});
  }

  /** Adds a network card on a VNet with what else there is to say of it. */
  public ContainerSpec nic(VnetRef vnet, Consumer<? super GuestNicSpec> block) {
    return addNic(vnet, block);
  }

  // Addresses name cards by number: without one of them the rest makes no sense.
  private ContainerSpec addNic(Object bridge, Consumer<? super GuestNicSpec> block) {
    GuestNicSpec spec = new GuestNicSpec(definition, at.child("net" + nics++), bridge);
    declare(spec, block, spec.nic::build, spec.reference())
        .ifPresentOrElse(container::addNic, this::breakOff);
    return this;
  }

  /** Lets its root be root of the node. Rarely needed. */
  public ContainerSpec privileged() {
    set("unprivileged", false, container::unprivileged);
    return this;
  }

  /** Sets how much of the latest data may be lost when its node is. */
  public ContainerSpec rpo(Duration rpo) {
    set("rpo", rpo, container::rpo);
    return this;
  }

  /** Sets how long it may be down after a failure, until it starts again. */
  public ContainerSpec rto(Duration rto) {
    set("rto", rto, container::rto);
    return this;
  }

  /** Says that it must be up after every failure that the plan promises to survive. */
  public ContainerSpec mustRun() {
    set("mustRun", true, container::mustRun);
    return this;
  }

  /** Says that snapshots of it are to be taken, so that rules look at its storages. */
  public ContainerSpec snapshots() {
    set("snapshots", true, container::snapshots);
    return this;
  }

  /** Sets how much of its data changes in a time: what its replication has to copy. */
  public ContainerSpec changeRate(DataRate rate) {
    set("changeRate", rate, container::changeRate);
    return this;
  }

  /** Sets its turn when guests start and stop with their node; {@link #onBoot} makes it start. */
  public ContainerSpec startup(Consumer<? super StartupSpec> block) {
    requireOpen();
    StartupSpec spec = new StartupSpec(definition, at.child("startup"));
    declare(spec, block, spec.startup::build).ifPresent(container::startup);
    return this;
  }

  /**
   * Puts it into a resource pool.
   *
   * @param pool up to three names with slashes between, for example {@code prod/web}
   */
  public ContainerSpec pool(String pool) {
    set("pool", pool, it -> container.pool(NameFormat.POOL.require(it)));
    return this;
  }

  /** Lets Proxmox VE refuse to remove it and its disks. */
  public ContainerSpec protection() {
    set("protection", true, container::protection);
    return this;
  }

  /**
   * Limits the processor time it may use.
   *
   * @param processors how many processors' time, for example 1.5; at most 8192, 0 is no limit
   */
  public ContainerSpec cpuLimit(double processors) {
    set("cpuLimit", processors, container::cpuLimit);
    return this;
  }

  /**
   * Sets its weight when guests want more processor time than there is; 100 when not set.
   *
   * @param units 0 to 500000
   */
  public ContainerSpec cpuUnits(int units) {
    set("cpuUnits", units, container::cpuUnits);
    return this;
  }

  /** Starts it with its node. */
  public ContainerSpec onBoot() {
    set("onBoot", true, container::onBoot);
    return this;
  }

  /** Adds tags. */
  public ContainerSpec tags(String... tags) {
    setEach("tags", tags, it -> container.addTag(NameFormat.TAG.require(it)));
    return this;
  }

  /** Sets the description, one line. */
  public ContainerSpec description(String description) {
    set("description", description, container::description);
    return this;
  }

  /** Applies a fragment. */
  public ContainerSpec with(Consumer<? super ContainerSpec> fragment) {
    requireOpen();
    fragment.accept(this);
    return this;
  }
}
