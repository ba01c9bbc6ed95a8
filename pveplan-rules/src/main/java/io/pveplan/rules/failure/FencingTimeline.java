package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Corosync;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How long it takes from the loss of a node until HA starts its guests elsewhere, each from the
 * moment of the failure.
 *
 * <p>Corosync waits for the token, 3 s and the coefficient for each node beyond the second, and 1.2
 * times that for the consensus. The node resets itself 50 to 70 s later: its watchdog is fed no more
 * once it can not renew its lock. The HA manager takes the node for lost after 60 s, and recovers
 * once it holds the lock of the node, which is free 120 s after the node last renewed it; its rounds
 * take up to 10 s. When the manager itself was on the node, another takes its lock after the same 120
 * s, and begins to count the 60 s only then. Sources: corosync.conf(5); pve-ha-manager,
 * src/PVE/HA/NodeStatus.pm, src/watchdog-mux.c and src/PVE/HA/Env/PVE2.pm; pve-cluster,
 * src/pmxcfs/memdb.c.
 *
 * <pre>{@code
 * FencingTimeline.of(4, 650).membership();     // PT9.51S
 * FencingTimeline.of(4, 650).recoveryWithin(); // PT2M20S
 * FencingTimeline.of(0, 650);                  // refused: a cluster has nodes
 * }</pre>
 *
 * @param token token timeout
 * @param membership when the others know that the node is gone
 * @param selfFenceFrom earliest reset of a node that is cut off and runs HA resources
 * @param selfFenceWithin latest reset of such a node
 * @param recoveryFrom earliest recovery
 * @param recoveryWithin latest recovery
 * @param recoveryWithoutManagerFrom earliest recovery when the HA manager was on the node
 * @param recoveryWithoutManagerWithin latest recovery when the HA manager was on the node
 * @since 0.1
 */
public record FencingTimeline(
    Duration token,
    Duration membership,
    Duration selfFenceFrom,
    Duration selfFenceWithin,
    Duration recoveryFrom,
    Duration recoveryWithin,
    Duration recoveryWithoutManagerFrom,
    Duration recoveryWithoutManagerWithin) {

  private static final long TOKEN = 3_000;
  private static final int LONGER_COEFFICIENT = 650;
  private static final long ROUND = 10_000;
  private static final long FENCE_DELAY = 60_000;
  private static final long LOCK = 120_000;

  /**
   * The timeline of a plan. Where the plan does not say the token coefficient, it is the one that
   * takes longer: 650 ms, as in clusters made before pve-cluster 9.1.0; later ones have 125 ms.
   *
   * @param plan a plan with nodes
   */
  public static FencingTimeline of(ResolvedPlan plan) {
    int coefficient = plan.plan()
        .corosync()
        .map(Corosync::tokenCoefficient)
        .orElse(OptionalInt.empty())
        .orElse(LONGER_COEFFICIENT);
    return of(plan.nodes().size(), coefficient);
  }

  /**
   * The timeline of a cluster.
   *
   * @param nodes number of nodes, at least 1
   * @param tokenCoefficient milliseconds that each node beyond the second adds to the token timeout
   * @throws IllegalArgumentException if there are no nodes
   */
  public static FencingTimeline of(int nodes, int tokenCoefficient) {
    if (nodes < 1) {
      throw new IllegalArgumentException("a cluster has nodes");
    }
    return of(TOKEN + Math.max(0, nodes - 2L) * tokenCoefficient, ROUND, ROUND);
  }

  /**
   * The timeline with other rounds.
   *
   * @param token token timeout in milliseconds
   * @param round time between two rounds of the HA manager
   * @param handover time it takes to get a lock that is free
   */
  static FencingTimeline of(long token, long round, long handover) {
    long membership = token + token * 12 / 10 + 50;
    long recovery = Math.max(membership + FENCE_DELAY, LOCK);
    return new FencingTimeline(
        Duration.ofMillis(token),
        Duration.ofMillis(membership),
        Duration.ofMillis(membership + FENCE_DELAY - round),
        Duration.ofMillis(membership + FENCE_DELAY + round),
        Duration.ofMillis(recovery),
        Duration.ofMillis(recovery + 2 * round),
        Duration.ofMillis(LOCK - round + handover + FENCE_DELAY),
        Duration.ofMillis(LOCK + FENCE_DELAY + 3 * round + 5_000));
  }
}
