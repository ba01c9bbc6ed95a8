package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.Zone;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The bridges and VNets that cards of guests hang on, and the nodes that have them.
 *
 * <p>A VNet is on the nodes of its zone. A bridge without an MTU has 1500; a VNet has that of its
 * zone, else 1500 in a Simple zone (pve-network, PVE/Network/SDN/Zones/SimplePlugin.pm), and in any
 * other what lies below leaves, which no plan tells.
 *
 * <pre>{@code
 * GuestBridges bridges = GuestBridges.of(plan);
 * bridges.mtu("vmbr0", "pve1");       // 1500
 * bridges.nodes("vmbr9");             // empty, as of any name that is no bridge
 * }</pre>
 *
 * @since 0.1
 */
public final class GuestBridges {

  private static final int USUAL_MTU = 1500;

  private final ResolvedPlan plan;
  private final Map<String, Set<String>> nodes = new HashMap<>();
  private final Set<String> silent = new HashSet<>();

  private GuestBridges(ResolvedPlan plan) {
    this.plan = plan;
    for (Node node : plan.nodes()) {
      if (node.interfaces().isEmpty()) {
        silent.add(node.name());
      }
      for (NodeInterface each : node.interfaces()) {
        if (each instanceof Bridge) {
          nodes.computeIfAbsent(each.name(), key -> new HashSet<>()).add(node.name());
        }
      }
    }
    for (Vnet vnet : plan.sdn().vnets()) {
      plan.zone(vnet.zone()).ifPresent(zone -> nodes.put(vnet.id(), nodes(zone)));
    }
  }

  /** The bridges of a plan, looked up once. */
  public static GuestBridges of(ResolvedPlan plan) {
    return plan.derived(GuestBridges.class, GuestBridges::new);
  }

  private Set<String> nodes(Zone zone) {
    Set<String> all = new HashSet<>(zone.nodes());
    if (all.isEmpty()) {
      plan.nodes().forEach(node -> all.add(node.name()));
    }
    return all;
  }

  /** Names of the nodes that have a bridge or VNet. */
  public Set<String> nodes(String bridge) {
    return nodes.getOrDefault(bridge, Set.of());
  }

  /** Whether the plan tells if a node has it: it does of VNets, and of nodes with interfaces. */
  public boolean isTold(String bridge, String node) {
    return plan.vnet(bridge).isPresent() || !silent.contains(node);
  }

  /** The zone of a VNet; empty for a bridge. */
  public Optional<Zone> zone(String bridge) {
    return plan.vnet(bridge).map(Vnet::zone).flatMap(plan::zone);
  }

  /** The MTU that it has on a node; empty if it is not there, or the plan does not tell. */
  public OptionalInt mtu(String bridge, String node) {
    Optional<Zone> zone = zone(bridge);
    if (zone.isPresent()) {
      return nodes(bridge).contains(node) ? mtu(zone.get()) : OptionalInt.empty();
    }
    return plan.topology()
        .named(node, bridge)
        .filter(Bridge.class::isInstance)
        .map(it -> OptionalInt.of(it.mtu().map(Mtu::value).orElse(USUAL_MTU)))
        .orElse(OptionalInt.empty());
  }

  // VXLAN takes 50 bytes from what lies below; the others have what their bridge has.
  private static OptionalInt mtu(Zone zone) {
    return zone.mtu().isEmpty() && zone instanceof SimpleZone
        ? OptionalInt.of(USUAL_MTU)
        : zone.mtu();
  }
}
