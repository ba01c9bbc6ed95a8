package io.pveplan.rules.capacity;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import io.pveplan.rules.internal.PoolDemand;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Reports a ZFS pool or LVM thin pool of a node, and a device class of Ceph, that the planned disks
 * and data fill to a large part. More than fits is a matter of LOC-032, LOC-037 and LOC-043, Ceph
 * above nearfull one of CEPH-036 and CEPH-037.
 */
@RuleInfo(
    id = "CAP-009",
    severity = Severity.WARNING,
    summary = "The planned data fill a pool to a large part",
    why = """
        A pool fills up by itself: snapshots, copies and new guests come after the plan. ZFS becomes \
        slow when it is nearly full, and a thin pool that is full stops its guests.""",
    remedy = "Add disks, or put guests on another pool.",
    sources = "Corsinvest cv4pve-diag: SettingsThreshold 70/85",
    since = "0.1")
final class StorageFillLevel implements Rule {

  private static final String SOURCE = "Corsinvest cv4pve-diag: SettingsThreshold";

  static final RuleParameter<Integer> LARGEST_USE = RuleParameter.wholeNumber(
          "largestUse", 70, "planned use of a pool, in percent", SOURCE)
      .must(percent -> percent >= 0 && percent <= 100, "be from 0 to 100");

  static final RuleParameter<Integer> CRITICAL_USE = RuleParameter.wholeNumber(
          "criticalUse",
          85,
          "planned use of a pool above which the message says critical, in percent",
          SOURCE)
      .must(percent -> percent >= 0 && percent <= 100, "be from 0 to 100");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    PoolDemand demand = PoolDemand.of(plan);
    for (Node node : plan.nodes()) {
      for (String pool : demand.pools(node.name())) {
        check(node, pool, demand, findings);
      }
    }
    for (ClassCapacity each : plan.cephLayout().classes()) {
      check(each, plan, findings);
    }
  }

  private static void check(Node node, String pool, PoolDemand demand, Findings findings) {
    PlanPath path = node.path().child(pool);
    findings.looksAt(path);
    Optional<BigInteger> room = demand.room(node.name(), pool);
    if (room.isEmpty()) {
      findings.undecided(path, "size of pool " + pool + " of " + node.name());
      return;
    }
    BigInteger taken = demand.own(node.name(), pool).add(demand.copies(node.name(), pool));
    if (taken.compareTo(room.get()) <= 0
        && above(taken, room.get(), findings.parameter(LARGEST_USE))) {
      findings
          .on(path)
          .says(
              "disks take up %s of %s of pool %s of %s: %d %%%s",
              PoolDemand.gib(taken),
              PoolDemand.gib(room.get()),
              pool,
              node.name(),
              taken.multiply(BigInteger.valueOf(100)).divide(room.get()),
              word(above(taken, room.get(), findings.parameter(CRITICAL_USE))))
          .because("takenBytes", taken)
          .because("roomBytes", room.get())
          .declaredAt(node.declaredAt());
    }
  }

  private static boolean above(BigInteger taken, BigInteger room, int percent) {
    return taken
            .multiply(BigInteger.valueOf(100))
            .compareTo(room.multiply(BigInteger.valueOf(percent)))
        > 0;
  }

  private static void check(ClassCapacity each, ResolvedPlan plan, Findings findings) {
    findings.looksAt(each.path());
    double percent = 100 * each.ratio();
    if (each.sized()
        && percent > findings.parameter(LARGEST_USE)
        && each.ratio() <= ClassCapacity.NEARFULL) {
      findings
          .on(each.path())
          .says(
              "data with all copies take %.1f of %.1f TB of class %s: %.0f %%%s",
              each.used() / 1e12,
              each.raw() / 1e12,
              each.deviceClass(),
              percent,
              word(percent > findings.parameter(CRITICAL_USE)))
          .because("takenBytes", (long) each.used())
          .because("roomBytes", (long) each.raw())
          .declaredAt(plan.plan().ceph().flatMap(Ceph::declaredAt));
    } else {
      each.unknown().forEach(fact -> findings.undecided(each.path(), fact));
    }
  }

  private static String word(boolean critical) {
    return critical ? ", which is critical" : "";
  }

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(LARGEST_USE, CRITICAL_USE);
  }
}
