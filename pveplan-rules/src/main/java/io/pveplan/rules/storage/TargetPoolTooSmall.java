package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ZfsCapacity;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.internal.PoolDemand;
import java.math.BigInteger;
import java.util.Optional;

/** Reports a pool that is too small for its guests and the copies of others, all written full. */
@RuleInfo(
    id = "LOC-032",
    severity = Severity.WARNING,
    summary = "A pool is too small for its guests and the copies of others",
    why = """
        When a pool is full, the guests on it get errors, and the copies of the others stay old. Copies \
        keep a snapshot besides.""",
    remedy = "Use larger pools, or replicate fewer guests to the node.",
    sources = "pve-docs: pvesr.adoc, Possible issues",
    since = "0.1")
final class TargetPoolTooSmall implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    PoolDemand demand = PoolDemand.of(plan);
    for (Node node : plan.nodes()) {
      for (String pool : demand.pools(node.name())) {
        if (demand.copies(node.name(), pool).signum() > 0) {
          check(node, pool, demand, plan, findings);
        }
      }
    }
  }

  private static void check(
      Node node, String pool, PoolDemand demand, ResolvedPlan plan, Findings findings) {
    PlanPath subject = node.path().child(pool);
    findings.looksAt(subject);
    Optional<ZfsCapacity> capacity = plan.localPools().capacity(node.name(), pool);
    if (capacity.isEmpty()) {
      findings.undecided(subject, "size of pool " + pool + " of " + node.name());
      return;
    }
    BigInteger room = BigInteger.valueOf(capacity.get().usable().bytes());
    BigInteger taken = demand.own(node.name(), pool).add(demand.copies(node.name(), pool));
    if (taken.compareTo(room) > 0) {
      findings
          .on(subject)
          .says(
              "pool %s of %s has room for %s; its guests and the copies on it can take up %s",
              pool, node.name(), PoolDemand.gib(room), PoolDemand.gib(taken))
          .because("room", room)
          .because("taken", taken)
          .because("copies", demand.copies(node.name(), pool))
          .declaredAt(plan.localPools().zfs(node.name(), pool).flatMap(ZfsPool::declaredAt));
    }
  }
}
