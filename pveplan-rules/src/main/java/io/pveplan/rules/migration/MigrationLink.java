package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.unit.DataRate;
import java.util.Optional;

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
