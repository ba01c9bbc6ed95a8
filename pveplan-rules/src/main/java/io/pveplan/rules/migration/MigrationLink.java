package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.guest.MoveLine;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.unit.DataRate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What migrations have of the network.
 *
 * <pre>{@code
 * MigrationLink.network(plan, "pve1");       // move
 * MigrationLink.speedOfOne(plan, "pve1");    // 10Gbit/s
 * MigrationLink.speed(plan, "nowhere");      // empty, as of any node that the plan does not tell
 * }</pre>
 *
 * @since 0.1
 */
public final class MigrationLink {

  private MigrationLink() {}

  /**
   * Name of the network that migrations take from a node: the one that is set, or the one in which
   * the name of the node has its address.
   */
  public static Optional<String> network(ResolvedPlan plan, String node) {
    return plan.plan()
        .datacenter()
        .flatMap(Datacenter::migration)
        .flatMap(MigrationSettings::network)
        .or(() -> plan.topology().nameNetwork(node));
  }

  /**
   * What that network can carry from a node, with several moves at a time; empty when the plan does
   * not tell.
   */
  public static Optional<DataRate> speed(ResolvedPlan plan, String node) {
    return path(plan, node, network(plan, node)).flatMap(NetworkPath::speed);
  }

  /**
   * What one move gets of it, which is one connection: one leg of a bond. An SSH tunnel is bound by
   * what one CPU core encrypts besides, which is not counted.
   */
  public static Optional<DataRate> speedOfOne(ResolvedPlan plan, String node) {
    return speedOfOne(plan, node, network(plan, node));
  }

  /**
   * What the move of a machine to the node with the best network between the two gets of it at its
   * own; empty where it is not told for one of them.
   *
   * @param vm a machine whose node the plan tells
   */
  public static Optional<DataRate> speedOfMove(ResolvedPlan plan, Vm vm) {
    String from = vm.node().orElseThrow();
    Set<String> networks = new LinkedHashSet<>();
    for (Node to : plan.nodes()) {
      if (!to.name().equals(from)) {
        MoveLine.network(plan, vm, to.name())
            .map(Network::name)
            .or(() -> network(plan, from))
            .ifPresent(networks::add);
      }
    }
    List<DataRate> speeds = networks.stream()
        .flatMap(it -> speedOfOne(plan, from, Optional.of(it)).stream())
        .toList();
    return speeds.size() < networks.size()
        ? Optional.empty()
        : speeds.stream().max(DataRate::compareTo);
  }

  /** The same of the network that the command names. */
  static Optional<DataRate> speedOfOne(ResolvedPlan plan, String node, Optional<String> network) {
    return path(plan, node, network).flatMap(NetworkPath::connectionSpeed);
  }

  private static Optional<NetworkPath> path(
      ResolvedPlan plan, String node, Optional<String> network) {
    return network.flatMap(name -> plan.paths().path(node, name));
  }

  /** The limit that the plan sets for each move. */
  public static Optional<DataRate> limit(ResolvedPlan plan) {
    return plan.plan()
        .datacenter()
        .flatMap(Datacenter::bandwidthLimits)
        .flatMap(limits -> limits.migration().or(limits::general));
  }

  /** The part of a speed that moves are counted with: 0.8, an assumption. */
  public static long usable(DataRate speed) {
    return speed.bitsPerSecond() / 10 * 8;
  }
}
