package io.pveplan.model.network;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.QinqZone;
import io.pveplan.model.sdn.Sdn;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.model.sdn.VxlanZone;
import io.pveplan.model.sdn.Zone;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What travels where: what the networks say they carry, and what other parts of the plan put on
 * them. A network that the migration network is set to carries migration traffic, said or not, and
 * one with an NFS server in its subnet carries storage traffic.
 *
 * <p>Guests count as attached to their bridge on every node, since they may move, and a VNet counts
 * as used by guests even before there is one.
 *
 * @since 0.1
 */
public final class NetworkUse {

  private final Topology topology;
  private final Map<String, SortedSet<Traffic>> traffic = new HashMap<>();
  private final Set<String> guestBridges = new TreeSet<>();
  private final Set<String> guestNetworks = new HashSet<>();
  private final List<GuestNic> serviceVlans = new ArrayList<>();
  private final Map<List<Object>, GuestNic> guestNics = new LinkedHashMap<>();
  private final Map<String, Map<String, Set<Segment>>> segmentsByNode = new ConcurrentHashMap<>();

  private NetworkUse(ClusterPlan plan, Topology topology) {
    this.topology = topology;
    for (Network network : plan.networks()) {
      traffic.put(network.name(), new TreeSet<>(network.traffic()));
      if (network.traffic().contains(Traffic.GUEST)) {
        guestNetworks.add(network.name());
      }
    }
    plan.corosync()
        .ifPresent(it -> it.links().forEach(link -> add(link.network(), Traffic.COROSYNC)));
    plan.datacenter().ifPresent(it -> addMigration(it, plan));
    plan.ceph().ifPresent(ceph -> {
      ceph.publicNetwork().ifPresent(it -> add(it, Traffic.CEPH_PUBLIC));
      ceph.clusterNetwork().or(ceph::publicNetwork).ifPresent(it -> add(it, Traffic.CEPH_CLUSTER));
    });
    ServerAddresses servers = ServerAddresses.of(plan);
    for (Network network : plan.networks()) {
      network
          .subnet()
          .ifPresent(
              subnet -> servers.trafficTo(subnet).forEach(kind -> add(network.name(), kind)));
    }
    plan.sdn().ifPresent(this::addZones);
    addGuests(plan);
    guestNetworks.forEach(network -> add(network, Traffic.GUEST));
  }

  /**
   * The use of the networks of a plan.
   *
   * @param plan a filled plan
   * @param topology its topology
   */
  public static NetworkUse of(ClusterPlan plan, Topology topology) {
    return new NetworkUse(plan, topology);
  }

  /**
   * The kinds of traffic of a network; none when nothing is known of it.
   *
   * @param network name of the network
   */
  public SortedSet<Traffic> traffic(String network) {
    SortedSet<Traffic> known = traffic.get(network);
    return known == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(known);
  }

  /**
   * The kinds of traffic over a physical NIC of a node, in whatever VLAN.
   *
   * @param node name of the node
   * @param nic name of the NIC
   */
  public SortedSet<Traffic> over(String node, String nic) {
    SortedSet<Traffic> all = new TreeSet<>();
    topology.networksOver(node, nic).forEach(network -> all.addAll(traffic(network)));
    if (guestBridges.stream()
        .anyMatch(bridge -> topology.physicalNics(node, bridge).contains(nic))) {
      all.add(Traffic.GUEST);
    }
    return Collections.unmodifiableSortedSet(all);
  }

  /**
   * Whether guests are in the layer 2 network of a network.
   *
   * @param network name of the network
   */
  public boolean servesGuests(String network) {
    return guestNetworks.contains(network);
  }

  /**
   * The layer 2 networks of a node that guests are attached to, by the interface or bridge they are
   * on. They are put together when first asked for: all nodes have most of them.
   *
   * @param node name of the node
   * @return by {@link Segment#root()}, the VNets, networks of guests and service VLANs in the order
   *     of the plan; none for a node that is not in the plan
   */
  public Map<String, Set<Segment>> guestSegments(String node) {
    return segmentsByNode.computeIfAbsent(node, this::segmentsOf);
  }

  private Map<String, Set<Segment>> segmentsOf(String node) {
    Map<String, Set<Segment>> segments = new LinkedHashMap<>();
    Stream.concat(guestNics.values().stream(), serviceVlans.stream())
        .flatMap(nic -> topology.segment(node, nic).stream())
        .forEach(segment -> segments
            .computeIfAbsent(segment.root(), root -> new LinkedHashSet<>())
            .add(segment));
    segments.replaceAll((root, all) -> Collections.unmodifiableSet(all));
    return Collections.unmodifiableMap(segments);
  }

  private void add(String network, Traffic kind) {
    traffic.computeIfAbsent(network, key -> new TreeSet<>()).add(kind);
  }

  // Replication jobs take the migration network where they have none of their own.
  private void addMigration(Datacenter datacenter, ClusterPlan plan) {
    Optional<String> migration = datacenter.migration().flatMap(MigrationSettings::network);
    Optional<String> replication = datacenter.replication().flatMap(MigrationSettings::network);
    migration.ifPresent(it -> add(it, Traffic.MIGRATION));
    replication
        .or(() -> plan.replicationJobs().isEmpty() ? Optional.empty() : migration)
        .ifPresent(it -> add(it, Traffic.REPLICATION));
  }

  private void addZones(Sdn sdn) {
    for (Zone zone : sdn.zones()) {
      if (zone instanceof VlanZone vlan) {
        guestBridges.add(vlan.bridge());
      } else if (zone instanceof QinqZone qinq) {
        guestBridges.add(qinq.bridge());
        serviceVlans.add(
            GuestNic.builder().bridge(qinq.bridge()).tag(qinq.tag()).build());
      } else if (zone instanceof VxlanZone vxlan) {
        add(vxlan.network(), Traffic.GUEST);
      }
    }
    for (EvpnController controller : sdn.controllers()) {
      add(controller.network(), Traffic.GUEST);
    }
  }

  private void addGuests(ClusterPlan plan) {
    BitSet tags = new BitSet();
    Set<String> vnets = new HashSet<>();
    plan.sdn().map(Sdn::vnets).orElse(List.of()).forEach(vnet -> {
      vnets.add(vnet.id());
      GuestNic attached = GuestNic.builder().bridge(vnet.id()).build();
      guestNics.put(List.of(vnet.id(), attached.tag()), attached);
    });
    for (Guest guest : plan.guests()) {
      for (GuestNic nic : guest.nics()) {
        guestNics.putIfAbsent(List.of(nic.bridge(), nic.tag()), nic);
        if (!vnets.contains(nic.bridge())) {
          guestBridges.add(nic.bridge());
          nic.tag().ifPresent(tag -> tags.set(tag.value()));
          nic.trunks()
              .forEach(range -> tags.set(range.first().value(), range.last().value() + 1));
        }
      }
    }
    for (Network network : plan.networks()) {
      if (network.vlans().stream().anyMatch(range -> has(tags, range))) {
        guestNetworks.add(network.name());
      }
    }
    GuestAttachments attached = new GuestAttachments(topology);
    guestNics.values().forEach(attached::add);
    serviceVlans.forEach(attached::add);
    plan.nodes().forEach(node -> addGuests(node, attached));
  }

  private static boolean has(BitSet tags, VlanRange range) {
    int next = tags.nextSetBit(range.first().value());
    return next >= 0 && next <= range.last().value();
  }

  private void addGuests(Node node, GuestAttachments attached) {
    Predicate<Segment> hasGuests = attached.on(node);
    for (NodeInterface each : node.interfaces()) {
      if (each instanceof Bridge bridge && !bridge.networks().isEmpty()) {
        guestBridges.add(bridge.name());
        guestNetworks.addAll(bridge.networks());
      }
      if (topology.segment(node.name(), each.name()).filter(hasGuests).isPresent()) {
        each.addresses().forEach(address -> address.network().ifPresent(guestNetworks::add));
      }
    }
  }
}
