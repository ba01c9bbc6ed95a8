package io.pveplan.model.network;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.Zone;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The networks as the nodes see them: which interface has which address, and which physical NICs
 * carry which network.
 *
 * <p>It is computed once from a filled plan; every look-up takes constant time or the size of its
 * answer.
 *
 * @since 0.1
 */
public final class Topology {

  private final Map<String, Network> networks = new HashMap<>();
  private final Map<String, NodeTopology> nodes = new HashMap<>();
  private final Map<String, Zone> zones = new HashMap<>();
  private final Map<String, Vnet> vnets = new HashMap<>();

  private Topology(ClusterPlan plan) {
    for (Network network : plan.networks()) {
      networks.put(network.name(), network);
    }
    for (Node node : plan.nodes()) {
      nodes.put(node.name(), new NodeTopology(node));
    }
    plan.sdn().ifPresent(sdn -> {
      sdn.zones().forEach(zone -> zones.put(zone.id(), zone));
      sdn.vnets().forEach(vnet -> vnets.put(vnet.id(), vnet));
    });
  }

  /** The topology of a plan whose NICs are all listed, as the resolved one's are. */
  public static Topology of(ClusterPlan plan) {
    return new Topology(plan);
  }

  /** The interface of a node with this name. */
  public Optional<NodeInterface> named(String node, String name) {
    return on(node).flatMap(it -> it.named(name));
  }

  /** The interface of a node that has an address on a network. */
  public Optional<NodeInterface> interfaceOn(String node, String network) {
    return on(node).flatMap(it -> it.on(network));
  }

  /** The address of a node on a network; the first, when it has several. */
  public Optional<HostAddress> address(String node, String network) {
    return interfaceOn(node, network)
        .flatMap(it -> it.addresses().stream()
            .filter(address -> address.network().equals(Optional.of(network)))
            .map(InterfaceAddress::address)
            .findFirst());
  }

  /** The interface of a node whose subnet contains an address: the way to a server beside it. */
  public Optional<NodeInterface> towards(String node, IpAddress address) {
    return on(node).flatMap(it -> it.towards(address));
  }

  /**
   * The addresses of a node in whose subnets another address lies: those it would send from to a
   * server beside it.
   *
   * @param node name of the node
   * @param address address of the server
   */
  public List<InterfaceAddress> addressesBeside(String node, IpAddress address) {
    return on(node).stream()
        .flatMap(it -> it.addresses().stream())
        .filter(own -> own.address().subnet().contains(address))
        .toList();
  }

  /**
   * The different addresses of a node that lie in a subnet, of whatever network they are said to be.
   *
   * @param node name of the node
   * @param subnet the subnet
   */
  public List<IpAddress> addressesIn(String node, Subnet subnet) {
    return on(node).stream()
        .flatMap(it -> it.addresses().stream())
        .map(own -> own.address().address())
        .filter(subnet::contains)
        .distinct()
        .toList();
  }

  /** The first address of a node on a network that carries this kind of traffic. */
  public Optional<InterfaceAddress> addressFor(String node, Traffic traffic) {
    return on(node).stream()
        .flatMap(it -> it.addresses().stream())
        .filter(address -> carries(address, traffic))
        .findFirst();
  }

  /** The address the node name resolves to: that for management, else the first it has. */
  public Optional<HostAddress> nameAddress(String node) {
    return ofNodeName(node).map(InterfaceAddress::address);
  }

  /** Name of the network of {@link #nameAddress}; none for an address that belongs to none. */
  public Optional<String> nameNetwork(String node) {
    return ofNodeName(node).flatMap(InterfaceAddress::network);
  }

  /**
   * The NIC by which a node is reached during its installation; none where the plan does not say
   * what is below the address of its name.
   */
  public Optional<InstallPort> installPort(String node) {
    return nameNetwork(node)
        .flatMap(network -> interfaceOn(node, network)
            .flatMap(top -> physicalNics(node, top.name()).stream()
                .flatMap(nic -> named(node, nic).stream())
                .filter(Nic.class::isInstance)
                .map(Nic.class::cast)
                .findFirst()
                .map(nic -> installPort(node, network, top, nic))));
  }

  private InstallPort installPort(String node, String network, NodeInterface top, Nic nic) {
    return new InstallPort(
        nic,
        network,
        segment(node, top.name()).map(Segment::tag).orElseGet(OptionalInt::empty),
        bonds(node, top.name()).stream()
            .filter(bond -> bond.mode().speaksLacp() && bond.slaves().contains(nic.name()))
            .map(Bond::name)
            .findFirst());
  }

  private Optional<InterfaceAddress> ofNodeName(String node) {
    return addressFor(node, Traffic.MANAGEMENT)
        .or(() -> on(node).flatMap(it -> it.addresses().stream().findFirst()));
  }

  /** Names of the physical NICs below an interface; its own for a NIC. */
  public SortedSet<String> physicalNics(String node, String name) {
    return on(node).map(it -> it.physicalNics(name)).orElseGet(Collections::emptySortedSet);
  }

  /** The bonds below an interface, or the interface itself when it is one. */
  public List<Bond> bonds(String node, String name) {
    return on(node).map(it -> it.bonds(name)).orElse(List.of());
  }

  /** Names of the networks that a physical NIC of a node carries, with addresses or for guests. */
  public SortedSet<String> networksOver(String node, String nic) {
    return on(node).map(it -> it.networksOver(nic)).orElseGet(Collections::emptySortedSet);
  }

  /** Names of the networks that a node is on, with an address or with a bridge for guests. */
  public SortedSet<String> networksOf(String node) {
    return on(node).map(NodeTopology::networks).orElseGet(Collections::emptySortedSet);
  }

  /** The kinds of traffic of some networks. */
  public SortedSet<Traffic> traffic(Iterable<String> names) {
    SortedSet<Traffic> all = new TreeSet<>();
    for (String name : names) {
      Network network = networks.get(name);
      if (network != null) {
        all.addAll(network.traffic());
      }
    }
    return Collections.unmodifiableSortedSet(all);
  }

  /**
   * The layer 2 network an interface of a node lies in. A bridge over a VLAN interface lies in that
   * VLAN.
   */
  public Optional<Segment> segment(String node, String name) {
    return on(node).flatMap(it -> it.segment(name));
  }

  /**
   * The layer 2 network in which the network card of a guest lies while the guest is on a node;
   * none where the node has no such bridge. A VNet of a VLAN zone is a VLAN of the bridge of its
   * zone, any other VNet a network of its own.
   *
   * @param node name of the node
   * @param nic the network card
   */
  public Optional<Segment> segment(String node, GuestNic nic) {
    Segment attached = attachment(nic);
    if (vnets.containsKey(attached.root())) {
      return on(node).map(it -> attached);
    }
    return attached.tag().isEmpty()
        ? segment(node, attached.root())
        : tagged(node, attached.root(), attached.tag().getAsInt());
  }

  /**
   * Where the network card of a guest is plugged in, on whatever node: a bridge and a VLAN of it,
   * or a VNet that is a network of its own.
   */
  Segment attachment(GuestNic nic) {
    OptionalInt tag = nic.tag().map(it -> OptionalInt.of(it.value())).orElseGet(OptionalInt::empty);
    Vnet vnet = vnets.get(nic.bridge());
    return vnet != null
            && zones.get(vnet.zone()) instanceof VlanZone zone
            && vnet.tag().isPresent()
            && tag.isEmpty()
        ? new Segment(zone.bridge(), vnet.tag())
        : new Segment(nic.bridge(), tag);
  }

  /** The bridge that an interface of a node is a port of, or the interface itself. */
  Optional<String> root(String node, String name) {
    return on(node).map(it -> it.root(name));
  }

  private Optional<Segment> tagged(String node, String bridge, int tag) {
    return on(node).filter(it -> it.named(bridge).isPresent()).map(it -> it.tagged(bridge, tag));
  }

  /**
   * Interfaces of a node, those that its plan only names as ports included, in the order of the
   * file.
   */
  public List<NodeInterface> interfaces(String node) {
    return on(node).map(NodeTopology::interfaces).orElse(List.of());
  }

  private boolean carries(InterfaceAddress address, Traffic traffic) {
    return address.network().map(networks::get).stream()
        .anyMatch(network -> network.traffic().contains(traffic));
  }

  private Optional<NodeTopology> on(String node) {
    return Optional.ofNullable(nodes.get(node));
  }
}
