package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephLayout;
import io.pveplan.model.ceph.ClassCapacity;
import io.pveplan.model.ceph.CrushDomains;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.PlacedPool;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a device class that is above nearfull once the largest bucket is lost and its data made anew. */
@RuleInfo(
    id = "CEPH-038",
    severity = Severity.WARNING,
    summary = "After the loss of a node or rack Ceph is above nearfull",
    why = """
        Ten minutes after a node is lost, Ceph makes its data anew on what is left. If that fills the \
        others above nearfull the cluster stops healing, and then taking writes. Where no bucket is to \
        spare, a lost OSD is made anew within its own.""",
    remedy = "Add OSDs or nodes, or plan less data.",
    sources = {"ceph: doc/rados/configuration/mon-config-ref.rst, Storage Capacity", "derived"},
    since = "0.1")
final class NoRecoveryHeadroom implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    CephLayout ceph = plan.cephLayout();
    for (ClassCapacity each : ceph.classes()) {
      findings.looksAt(each.path());
      Optional<Loss> worst = Optional.empty();
      for (PlacedPool pool : each.pools()) {
        Optional<Loss> loss = loss(each, pool, ceph);
        if (loss.isPresent() && (worst.isEmpty() || loss.get().ratio > worst.get().ratio)) {
          worst = loss;
        }
      }
      if (each.sized() && worst.isPresent() && worst.get().ratio > ClassCapacity.NEARFULL) {
        report(each, worst.get(), plan, findings);
      } else {
        each.unknown().forEach(fact -> findings.undecided(each.path(), fact));
      }
    }
  }

  private record Loss(String name, double ratio) {}

  private static Optional<Loss> loss(ClassCapacity each, PlacedPool pool, CephLayout ceph) {
    Optional<String> name = Optional.of(each.deviceClass());
    CrushDomains domains = ceph.domains(pool.failureDomain(), name);
    if (domains.count() > pool.copies()) {
      return domains
          .largest()
          .map(lost ->
              new Loss(pool.failureDomain() + " " + lost.name(), each.ratioWithout(lost.raw())));
    }
    return ceph.domains(FailureDomain.OSD, name)
        .largest()
        .flatMap(osd -> within(each, osd, domains.type()));
  }

  // The bucket of the lost OSD has the same part of the data as before on one OSD less.
  private static Optional<Loss> within(
      ClassCapacity each, CrushDomains.Share lost, FailureDomain type) {
    Optional<String> bucket = each.osds().stream()
        .filter(osd -> ("osd." + osd.number()).equals(lost.name()))
        .findFirst()
        .flatMap(osd -> osd.bucket(type));
    double raw = each.osds().stream()
        .filter(osd -> bucket.isPresent() && osd.bucket(type).equals(bucket))
        .mapToDouble(osd -> osd.capacity().map(size -> (double) size.bytes()).orElse(0.0))
        .sum();
    return raw > lost.raw()
        ? Optional.of(new Loss(lost.name(), each.ratio() * raw / (raw - lost.raw())))
        : Optional.empty();
  }

  private static void report(ClassCapacity each, Loss worst, ResolvedPlan plan, Findings findings) {
    findings
        .on(each.path())
        .says(
            "without %s the data of class %s take %.0f %% of what is left",
            worst.name, each.deviceClass(), 100 * worst.ratio)
        .because("lost", worst.name)
        .because("usedBytes", (long) each.used())
        .because("rawBytes", (long) each.raw())
        .declaredAt(plan.plan().ceph().flatMap(Ceph::declaredAt));
  }
}
