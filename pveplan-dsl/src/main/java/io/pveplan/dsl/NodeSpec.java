package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.ZfsRaid;
import io.pveplan.model.unit.DataSize;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Scope of a node.
 *
 * <pre>{@code
 * n.nic("eno5", mgmt.host(11)).packages("open-iscsi").votes(1);
 * n.votes(256); // refused: is outside 1 to 255
 * }</pre>
 *
 * @since 0.1
 */
public final class NodeSpec extends Scope {

  /** What an interface may be referred to as. */
  static final String[] INTERFACE_KINDS = {"interface", "bridge", RefusedNames.BRIDGE_OR_VNET};

  final Node.Builder node = Node.builder();
  final Set<String> interfaces = new LinkedHashSet<>();
  private final Hardware.Builder hardware = Hardware.builder();
  private final String name;
  private boolean hasHardware;

  NodeSpec(Definition definition, String name) {
    super(definition, PlanPath.of("node", Objects.requireNonNull(name, "name")));
    this.name = name;
    node.name(name).declaredAt(line);
  }

  /** Adds what the node is there for. */
  public NodeSpec roles(NodeRole... roles) {
    setEach("roles", roles, node::addRole);
    return this;
  }

  /**
   * Sets the number that its addresses are made of, see {@link NetworkRef#nodeAddress()}. It belongs
   * to the node as its name does: no other node may have it.
   *
   * <pre>{@code
   * n.number(11).nic("eno8", ring.nodeAddress()); // 10.20.1.11/24
   * n.number(0);                                  // refused: 0 is outside 1 to 65535
   * }</pre>
   *
   * @param number 1 to 65535
   * @return this scope
   */
  public NodeSpec number(int number) {
    set("number", number, node::number);
    boolean possible = number >= 1 && number <= Node.HIGHEST_NUMBER;
    definition.number(possible ? OptionalInt.of(number) : OptionalInt.empty());
    return this;
  }

  /** Sets the quorum votes; 1 when not set, which is right for nearly every cluster. */
  public NodeSpec votes(int votes) {
    set("votes", votes, node::votes);
    return this;
  }

  /**
   * Sets the release of Proxmox VE that is installed on it; one that the target of the plan allows
   * when not set. Target {@code PVE_8_4} allows 8.x, {@code PVE_9} allows 9.x; the freeze refuses
   * others.
   *
   * <pre>{@code
   * n.release("9.1");
   * n.release("9"); // refused: is not a release of Proxmox VE
   * }</pre>
   *
   * @param release major and minor number
   * @return this scope
   */
  public NodeSpec release(String release) {
    set("release", release, it -> node.release(NameFormat.RELEASE.require(it)));
    return this;
  }

  /** Sets what keeps its clock right; chrony when not set. */
  public NodeSpec timeSync(TimeSync sync) {
    set("timeSync", sync, node::timeSync);
    return this;
  }

  /** Adds NTP servers of this node; it then has none of those of all nodes. */
  public NodeSpec timeServers(String... servers) {
    setEach("timeServers", servers, it -> node.addTimeServer(NameFormat.SERVER.require(it)));
    return this;
  }

  /**
   * Says which guests are on the node already, before the cluster is made or joined.
   *
   * <pre>{@code
   * n.existingGuests(100, 101);
   * n.existingGuests(99); // refused: is not a VMID
   * }</pre>
   *
   * @param vmids their numbers
   * @return this scope
   */
  public NodeSpec existingGuests(Integer... vmids) {
    setEach("existingGuests", vmids, it -> node.addExistingGuest(Vmid.of(it)));
    return this;
  }

  /** Applies a fragment: a method that does to the node what every node of its kind needs. */
  public NodeSpec with(Consumer<? super NodeSpec> fragment) {
    requireOpen();
    fragment.accept(this);
    return this;
  }

  /**
   * Declares what the node is built from. Several blocks add to each other.
   *
   * <pre>{@code
   * n.hardware(h -> h.cpu("AMD EPYC 9354P", 1).memory(gib(384)).powerSupplies(feedA));
   * n.hardware(h -> h.cpu("AMD EPYC 9354P", 0)); // refused: is outside 1 to 8
   * }</pre>
   *
   * @param block processors, memory, disks and power supplies
   * @return this scope
   */
  public NodeSpec hardware(Consumer<? super HardwareSpec> block) {
    requireOpen();
    if (!hasHardware) {
      hardware.declaredAt(CallSite.here());
      hasHardware = true;
    }
    run(new HardwareSpec(definition, at, name, hardware), block);
    return this;
  }

  /**
   * Declares a NIC with the addresses it has.
   *
   * @param name name as the kernel knows it, for example {@code eno1} or {@code nic0}
   */
  public NodeSpec nic(String name, NetworkAddress... addresses) {
    return nic(name, b -> b.addresses(addresses));
  }

  /** Declares a NIC with its MAC address, speed or MTU. */
  public NodeSpec nic(String name, Consumer<? super NicSpec> block) {
    requireOpen();
    Objects.requireNonNull(name, "name");
    NicSpec spec = new NicSpec(definition, at.child(name), name);
    addInterface(name, declare(spec, block, spec.nic::build));
    return this;
  }

  /** Declares a bond with the addresses it has. Its slaves need no declaration of their own. */
  public NodeSpec bond(Bonding bond, NetworkAddress... addresses) {
    requireOpen();
    List<InterfaceAddress> resolved = resolve(at.child(bond.name(), "addresses"), addresses);
    addInterface(
        bond.name(), make(at.child(bond.name()), () -> bond.bond(resolved, CallSite.here())));
    return this;
  }

  /**
   * Declares a bridge.
   *
   * <pre>{@code
   * n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)));
   * n.bridge("vmbr1", b -> b.over(lacp("bond0", "enp2s0", "enp3s0")).vlanAware().carries(guests));
   * n.bridge("my-bridge", b -> b.over("eno2")); // refused: is not a bridge name
   * n.bridge("vmbr2", b -> b.over("eno1"));     // refused: is already used by vmbr0
   * }</pre>
   *
   * @param name name of the bridge
   * @param block ports, addresses and VLANs
   * @return this scope
   */
  public NodeSpec bridge(String name, Consumer<? super BridgeSpec> block) {
    requireOpen();
    Objects.requireNonNull(name, "name");
    BridgeSpec spec = new BridgeSpec(definition, at.child(name), name, this);
    addInterface(name, declare(spec, block, spec.bridge::build));
    return this;
  }

  /**
   * Declares a VLAN interface {@code parent.tag}.
   *
   * <pre>{@code
   * n.bond(lacp("bond1", "eno1", "eno2"));
   * n.vlan("bond1.30", storage.host(11));
   * n.vlan("bond1.4095"); // refused: is not a VLAN tag
   * n.vlan("bond1");      // refused: does not tell parent and tag
   * n.vlan("bond7.30");   // refused: there is no interface
   * }</pre>
   *
   * @param name name of the interface
   * @param addresses addresses it has
   * @return this scope
   */
  public NodeSpec vlan(String name, NetworkAddress... addresses) {
    return vlan(name, b -> b.addresses(addresses));
  }

  /** Declares a VLAN interface {@code parent.tag} with its MTU or a comment. */
  public NodeSpec vlan(String name, Consumer<? super VlanSpec> block) {
    requireOpen();
    Objects.requireNonNull(name, "name");
    VlanSpec spec = new VlanSpec(definition, at.child(name), name);
    addInterface(name, declare(spec, block, spec.vlan::build));
    return this;
  }

  /**
   * Declares a VLAN interface with a name that need not tell parent and tag.
   *
   * <pre>{@code
   * n.nic("eno5").vlan("vlan31", "eno5", 31, b -> b.address("172.20.53.11/24"));
   * n.vlan("storage", "eno5", 32, b -> b.mtu(9000));
   * n.vlan("vlan33", "eno5", 34, b -> {}); // refused: does not tell its tag
   * }</pre>
   *
   * @param name {@code vlan} and the tag, or a name that Proxmox VE takes for nothing else
   * @param parent name of the interface it lies on
   * @param tag 1 to 4094
   * @param block addresses, MTU, comment
   * @return this scope
   */
  public NodeSpec vlan(String name, String parent, int tag, Consumer<? super VlanSpec> block) {
    requireOpen();
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parent, "parent");
    VlanSpec spec = new VlanSpec(definition, at.child(name), name, parent, tag);
    addInterface(name, declare(spec, block, spec.vlan::build));
    return this;
  }

  /**
   * Declares an interface of the node on a bridge of Open vSwitch: what a VLAN interface is on a
   * Linux bridge.
   *
   * @param name name of the interface
   * @param bridge name of the bridge
   * @param block tag, addresses, MTU, comment
   * @return this scope
   */
  public NodeSpec ovsIntPort(String name, String bridge, Consumer<? super OvsIntPortSpec> block) {
    requireOpen();
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(bridge, "bridge");
    OvsIntPortSpec spec = new OvsIntPortSpec(definition, at.child(name), name, bridge);
    addInterface(name, declare(spec, block, spec.port::build));
    return this;
  }

  /**
   * Declares the cable from a NIC to a port of a switch.
   *
   * @param nic name of the NIC, declared or only named as a port or slave
   * @param port the port
   */
  public NodeSpec cable(String nic, SwitchPortRef port) {
    return cable(nic, port, k -> {});
  }

  /**
   * Declares the cable from a NIC to a port of a switch, with its label and length.
   *
   * <pre>{@code
   * n.bond(lacp("bond1", "eno1", "eno2"));
   * n.cable("eno1", sw1.port(1), k -> k.label("A-0001").length(meters(2)));
   * n.cable("eno2", sw1.port(2));
   * n.cable("eno2", sw1.port(3));  // refused: there are two cables in eno2
   * n.cable("eno9", sw1.port(3));  // refused: there is no interface "eno9"
   * n.nic("eno3").cable("eno3", sw1.port(1)); // refused: already has the cable from eno1
   * }</pre>
   *
   * @param nic name of the NIC, declared or only named as a port or slave
   * @param port the port
   * @param block label and length
   * @return this scope
   */
  public NodeSpec cable(String nic, SwitchPortRef port, Consumer<? super CableSpec> block) {
    return cable(Optional.of(Objects.requireNonNull(nic, "nic")), port, block);
  }

  /**
   * Declares the cable from the management controller to a port of a switch.
   *
   * @param port the port
   */
  public NodeSpec bmcCable(SwitchPortRef port) {
    return bmcCable(port, k -> {});
  }

  /**
   * Declares the cable from the management controller to a port of a switch, with its label and
   * length.
   *
   * <pre>{@code
   * n.hardware(h -> h.bmc(BmcKind.IPMI, mgmt.host(111)));
   * n.bmcCable(sw1.port(40), k -> k.length(meters(2)));
   * n.bmcCable(sw1.port(41)); // refused: there are two cables in the management controller
   * }</pre>
   *
   * @param port the port
   * @param block label and length
   * @return this scope
   */
  public NodeSpec bmcCable(SwitchPortRef port, Consumer<? super CableSpec> block) {
    return cable(Optional.empty(), port, block);
  }

  private NodeSpec cable(
      Optional<String> nic, SwitchPortRef port, Consumer<? super CableSpec> block) {
    requireOpen();
    Objects.requireNonNull(port, "port");
    CableSpec spec =
        new CableSpec(definition, PlanPath.of("cable", name, nic.orElse("bmc")), name, port);
    spec.cable.nic(nic);
    Object[] ends = {
      NodeRef.named(name), new RefusedNames.Name("interface", nic.orElse("")), port.device()
    };
    declare(spec, block, spec.cable::build, ends).ifPresent(definition.plan::addCable);
    return this;
  }

  /**
   * Declares a ZFS pool to be made on the node.
   *
   * @param name name of the pool
   * @param raid layout
   * @param devices devices, best by stable name
   */
  public NodeSpec zpool(String name, ZfsRaid raid, String... devices) {
    return zpool(name, raid, Arrays.asList(devices));
  }

  /**
   * Declares a ZFS pool to be made on the node.
   *
   * @param name name of the pool
   * @param raid layout
   * @param devices devices, best by stable name
   */
  public NodeSpec zpool(String name, ZfsRaid raid, List<String> devices) {
    return zpool(name, raid, devices, p -> {});
  }

  /**
   * Declares a ZFS pool to be made on the node, with what else there is to say of it.
   *
   * <pre>{@code
   * n.zpool("tank", ZfsRaid.MIRROR, List.of("/dev/sda", "/dev/sdb"), p -> p.log("/dev/sdc"));
   * n.zpool("bulk", ZfsRaid.RAIDZ2, List.of("/dev/sdd"), p -> {}); // refused: at least 4 disks
   * }</pre>
   *
   * @param name name of the pool
   * @param raid layout
   * @param devices devices that hold the data, best by stable name; for RAID 10 pair after pair
   * @param block special, log and cache devices, sector size, compression
   * @return this scope
   */
  public NodeSpec zpool(
      String name, ZfsRaid raid, List<String> devices, Consumer<? super ZfsPoolSpec> block) {
    requireOpen();
    ZfsPoolSpec spec = new ZfsPoolSpec(definition, at.child(Objects.requireNonNull(name, "name")));
    spec.pool.name(name).raid(raid).addAllDevices(devices);
    declare(spec, block, spec.pool::build).ifPresent(node::addZfsPool);
    return this;
  }

  /**
   * Declares a volume group with a thin pool that fills it, to be made on the node.
   *
   * <pre>{@code
   * n.lvmThin("vg_local", "data", "/dev/disk/by-id/nvme-EX_0001");
   * n.lvmThin("vg_local", "data"); // refused: lies on no device
   * }</pre>
   *
   * @param vgname name of the volume group
   * @param thinPool name of the thin pool
   * @param devices devices, best by stable name
   * @return this scope
   */
  public NodeSpec lvmThin(String vgname, String thinPool, String... devices) {
    make(
            at.child(Objects.requireNonNull(vgname, "vgname")),
            () -> LvmThinPool.builder()
                .vgname(vgname)
                .thinPool(thinPool)
                .addDevices(devices)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(node::addLvmThinPool);
    return this;
  }

  /**
   * Limits the memory that ZFS keeps read data in; what the installation sets when not said.
   *
   * @param most at least 64 MiB
   */
  public NodeSpec arcMax(DataSize most) {
    set("arcMax", most, node::arcMax);
    return this;
  }

  /**
   * Sets the memory that ZFS keeps for read data at least.
   *
   * @param least at least 32 MiB
   */
  public NodeSpec arcMin(DataSize least) {
    set("arcMin", least, node::arcMin);
    return this;
  }

  /**
   * Sets the memory that is kept for the host itself: rules and the failure sweep give guests only
   * the rest. Without it they count 2 GiB, the cache of ZFS, 8 GiB for each OSD and 1 GiB for each
   * other daemon of Ceph.
   */
  public NodeSpec hostReserve(DataSize reserve) {
    set("hostReserve", reserve, node::hostReserve);
    return this;
  }

  /**
   * Declares one Ceph OSD per device.
   *
   * @param devices devices, best by stable name
   */
  public NodeSpec osds(String... devices) {
    return osds(Arrays.asList(devices));
  }

  /**
   * Declares one Ceph OSD per device.
   *
   * @param devices devices, best by stable name
   */
  public NodeSpec osds(List<String> devices) {
    requireOpen();
    devices.forEach(device -> make(
            at.child("osd"),
            () -> Osd.builder().device(device).declaredAt(CallSite.here()).build())
        .ifPresent(node::addOsd));
    return this;
  }

  /**
   * Declares a Ceph OSD with a device class of its own.
   *
   * @param device device, best by stable name
   * @param deviceClass CRUSH device class, for example {@code nvme}
   */
  public NodeSpec osd(String device, String deviceClass) {
    return osd(device, s -> s.deviceClass(deviceClass));
  }

  /**
   * Declares a Ceph OSD with what else is to be said of it.
   *
   * <pre>{@code
   * n.osd("/dev/sdb", s -> s.deviceClass("hdd").db("/dev/nvme0n1", gib(120)).encrypted());
   * n.osd("/dev/sdc", s -> s.db("/dev/nvme0n1", mib(100))); // refused: is less than 1GiB
   * }</pre>
   *
   * @param device device, best by stable name
   * @param block device class, devices of database and log
   */
  public NodeSpec osd(String device, Consumer<? super OsdSpec> block) {
    requireOpen();
    OsdSpec spec = new OsdSpec(definition, at.child("osd"), device);
    declare(spec, block, spec.osd::build).ifPresent(node::addOsd);
    return this;
  }

  /**
   * Sets the name that the node logs in to iSCSI targets with; the one that the installation of
   * open-iscsi made when not set. No other node may have it.
   *
   * <pre>{@code
   * n.initiator("iqn.1993-08.org.debian:01:pve1");
   * n.initiator("pve1"); // refused: is not an iSCSI qualified name
   * }</pre>
   *
   * @param iqn the name
   * @return this scope
   */
  public NodeSpec initiator(String iqn) {
    set("initiator", iqn, it -> node.initiator(NameFormat.IQN.require(it)));
    return this;
  }

  /**
   * Sets the kernel module of the watchdog that fences the node under HA; the watchdog of the kernel
   * itself (softdog) when not set.
   *
   * <pre>{@code
   * n.watchdogModule("ipmi_watchdog");
   * n.watchdogModule("softdog; reboot"); // refused: is not the name of a kernel module
   * }</pre>
   *
   * @param module name of the module, as modprobe takes it
   * @return this scope
   */
  public NodeSpec watchdogModule(String module) {
    set("watchdogModule", module, it -> node.watchdogModule(NameFormat.KERNEL_MODULE.require(it)));
    return this;
  }

  /** Adds Debian packages to be installed on this node. */
  public NodeSpec packages(String... names) {
    setEach("packages", names, it -> node.addPackage(NameFormat.PACKAGE.require(it)));
    return this;
  }

  final void addInterface(String name, Optional<? extends NodeInterface> made) {
    interfaces.add(name);
    add(made, node::addInterface, name, INTERFACE_KINDS);
  }

  @Override
  void cutShort() {
    super.cutShort();
    definition.incomplete();
  }

  Node build() {
    if (hasHardware) {
      node.hardware(hardware.build());
    }
    return node.build();
  }

  private List<InterfaceAddress> resolve(PlanPath place, NetworkAddress... addresses) {
    return Arrays.stream(addresses)
        .flatMap(address -> definition.resolve(place, address).stream())
        .toList();
  }
}
