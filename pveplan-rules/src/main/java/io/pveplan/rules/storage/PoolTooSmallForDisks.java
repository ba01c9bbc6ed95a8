package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.internal.PoolDemand;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Reports a ZFS pool that can not hold the disks of the guests of its node, each of which takes its
 * whole size when it is made. Thin disks are a matter of LOC-037, copies of LOC-032.
 */
@RuleInfo(
    id = "LOC-043",
    severity = Severity.ERROR,
    summary = "Disks that are not thin do not fit into their pool",
    why = """
        A disk of a storage that is not sparse reserves its whole size. The one that does not fit any \
        more can not be made.""",
    remedy = "Use a larger pool or smaller disks, or make the storage sparse.",
    sources = "pve-storage: src/PVE/Storage/ZFSPoolPlugin.pm, zfs_create_zvol",
    since = "0.1")
final class PoolTooSmallForDisks implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    PoolDemand demand = PoolDemand.of(plan);
    for (Node node : plan.nodes()) {
      for (String pool : demand.pools(node.name())) {
        BigInteger own = demand.own(node.name(), pool);
        if (own.signum() > 0 && demand.sparse(node.name(), pool).signum() == 0) {
          check(node, pool, own, demand, plan, findings);
        }
      }
    }
  }

  private static void check(
      Node node,
      String pool,
      BigInteger own,
      PoolDemand demand,
      ResolvedPlan plan,
      Findings findings) {
    findings.looksAt(node.path().child(pool));
    Optional<BigInteger> room = demand.room(node.name(), pool);
    if (room.isEmpty()) {
      findings.undecided(node.path().child(pool), "size of pool " + pool + " of " + node.name());
      return;
    }
    if (own.compareTo(room.get()) > 0) {
      findings
          .on(node.path().child(pool))
          .says(
              "pool %s of %s has room for %s; the disks on it take up %s",
              pool, node.name(), PoolDemand.gib(room.get()), PoolDemand.gib(own))
          .because("room", room.get())
          .because("taken", own)
          .declaredAt(plan.localPools().zfs(node.name(), pool).flatMap(ZfsPool::declaredAt));
    }
  }
}
