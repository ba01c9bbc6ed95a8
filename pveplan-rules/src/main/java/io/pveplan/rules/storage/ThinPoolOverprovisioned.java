package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.internal.PoolDemand;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Reports a pool whose thin disks can grow larger than it is: an LVM thin pool, or a ZFS pool with a
 * sparse storage on it.
 */
@RuleInfo(
    id = "LOC-037",
    severity = Severity.WARNING,
    summary = "Thin disks can outgrow their pool",
    why = """
        A thin disk takes up what is written. When all together have written more than there is, every \
        guest on the pool gets errors at once.""",
    remedy = "Use a larger pool or smaller disks, or watch how full the pool is.",
    sources = "pve-docs: pvesm.adoc, Thin Provisioning",
    since = "0.1")
final class ThinPoolOverprovisioned implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    PoolDemand demand = PoolDemand.of(plan);
    for (Node node : plan.nodes()) {
      for (String pool : demand.pools(node.name())) {
        if (demand.sparse(node.name(), pool).signum() > 0) {
          check(node, pool, demand, plan, findings);
        }
      }
    }
  }

  private static void check(
      Node node, String pool, PoolDemand demand, ResolvedPlan plan, Findings findings) {
    Optional<LvmThinPool> thin = plan.localPools().lvmThin(node.name(), pool);
    PlanPath subject = thin.map(it -> node.path().child(it.vgname()))
        .orElseGet(() -> node.path().child(pool.split("/")));
    findings.looksAt(subject);
    Optional<BigInteger> known = demand.room(node.name(), pool);
    if (known.isEmpty()) {
      findings.undecided(subject, "size of pool " + pool + " of " + node.name());
      return;
    }
    BigInteger room = known.get();
    BigInteger taken = demand.own(node.name(), pool);
    if (taken.compareTo(room) > 0) {
      findings
          .on(subject)
          .says(
              "pool %s of %s has room for %s; the disks on it, thin ones among them, can take up %s",
              pool, node.name(), PoolDemand.gib(room), PoolDemand.gib(taken))
          .because("room", room)
          .because("taken", taken)
          .because("thin", demand.sparse(node.name(), pool))
          .declaredAt(thin.flatMap(LvmThinPool::declaredAt)
              .or(() -> plan.localPools().zfs(node.name(), pool).flatMap(ZfsPool::declaredAt)));
    }
  }
}
