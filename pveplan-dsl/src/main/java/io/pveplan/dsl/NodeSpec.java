package io.pveplan.dsl;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsRaid;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Scope of a node.
 *
 * @since 0.1
 */
public final class NodeSpec extends Scope {

  final Node.Builder node = Node.builder();
  final Set<String> interfaces = new LinkedHashSet<>();
  private final Hardware.Builder hardware = Hardware.builder();
  private boolean hasHardware;

  NodeSpec(Definition definition, String name) {
    super(definition, PlanPath.of("node", name));
    node.name(name).declaredAt(line);
  }

  /** Adds what the node is there for. */
  public NodeSpec roles(NodeRole... roles) {
    set(() -> node.addRoles(roles));
    return this;
  }

  /** Sets the quorum votes; 1 when not set, which is right for nearly every cluster. */
  public NodeSpec votes(int votes) {
    set(() -> node.votes(votes));
    return this;
  }

  /** Applies a fragment: a method that does to the node what every node of its kind needs. */
  public NodeSpec with(Consumer<? super NodeSpec> fragment) {
    requireOpen();
    fragment.accept(this);
    return this;
  }

  /** Declares what the node is built from. */
  public NodeSpec hardware(Consumer<? super HardwareSpec> block) {
    requireOpen();
    if (!hasHardware) {
      hardware.declaredAt(CallSite.here());
      hasHardware = true;
    }
    run(new HardwareSpec(definition, at, hardware), block);
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
    NicSpec spec = new NicSpec(definition, at.child(name), name);
    addInterface(name, declare(spec, block, spec.nic::build));
    return this;
  }

  /** Declares a bond with the addresses it has. Its slaves need no declaration of their own. */
  public NodeSpec bond(Bonding bond, NetworkAddress... addresses) {
    requireOpen();
    List<InterfaceAddress> resolved = resolve(at.child(bond.name()), addresses);
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
   * n.bridge("my-bridge", b -> b.over("eno2")); // refused: no dash in interface names
   * }</pre>
   */
  public NodeSpec bridge(String name, Consumer<? super BridgeSpec> block) {
    BridgeSpec spec = new BridgeSpec(definition, at.child(name), name, this);
    addInterface(name, declare(spec, block, spec.bridge::build));
    return this;
  }

  /**
   * Declares a VLAN interface {@code parent.tag}.
   *
   * <pre>{@code
   * n.vlan("bond1.30", storage.host(11));
   * n.vlan("bond1.4095", storage.host(11)); // refused: VLAN tags end at 4094
   * n.vlan("bond1", storage.host(11));      // refused: no tag
   * }</pre>
   */
  public NodeSpec vlan(String name, NetworkAddress... addresses) {
    return vlan(name, b -> b.addresses(addresses));
  }

  /** Declares a VLAN interface {@code parent.tag} with its MTU or a comment. */
  public NodeSpec vlan(String name, Consumer<? super VlanSpec> block) {
    VlanSpec spec = new VlanSpec(definition, at.child(name), name);
    addInterface(name, declare(spec, block, () -> {
      int dot = name.lastIndexOf('.');
      if (dot < 0 || !name.substring(dot + 1).matches("[0-9]{1,9}")) {
        throw new InvalidValueException(
            "\"" + name + "\" does not tell parent and tag",
            "Write parent.tag, for example bond1.30.",
            "NET-016");
      }
      return spec.vlan
          .parent(name.substring(0, dot))
          .tag(VlanTag.of(Integer.parseInt(name.substring(dot + 1))))
          .build();
    }));
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
    make(
            at.child(name),
            () -> ZfsPool.builder()
                .name(name)
                .raid(raid)
                .addDevices(devices)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(node::addZfsPool);
    return this;
  }

  /**
   * Declares one Ceph OSD per device.
   *
   * @param devices devices, best by stable name
   */
  public NodeSpec osds(String... devices) {
    requireOpen();
    Arrays.stream(devices)
        .forEach(device -> make(
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
    make(
            at.child("osd"),
            () -> Osd.builder()
                .device(device)
                .deviceClass(deviceClass)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(node::addOsd);
    return this;
  }

  /** Adds Debian packages to be installed on this node. */
  public NodeSpec packages(String... names) {
    set(() -> node.addPackages(names));
    return this;
  }

  final void addInterface(String name, Optional<? extends NodeInterface> made) {
    interfaces.add(name);
    add(made, name, node::addInterface);
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
