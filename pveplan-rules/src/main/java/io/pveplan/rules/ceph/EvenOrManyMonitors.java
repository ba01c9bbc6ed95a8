package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports an even number of monitors above two, and more than five as a hint. */
@RuleInfo(
    id = "CEPH-008",
    severity = Severity.WARNING,
    summary = "The number of monitors is even or large",
    why = """
        A majority of four is three, so that four monitors survive one failure as three do, and there is \
        one more to fail. Each monitor more makes each change of the map slower.""",
    remedy = "Use three monitors, or five in a large cluster.",
    sources = {
      "ceph: doc/rados/configuration/mon-config-ref.rst",
      "ceph: doc/rados/operations/add-or-rm-mons.rst",
      "more than five: own judgement"
    },
    since = "0.1")
final class EvenOrManyMonitors implements Rule {

  private static final int MANY = 5;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().ceph().ifPresent(ceph -> {
      int monitors = ceph.monitors().size();
      if (monitors <= 2) {
        findings.notApplicable("there are no more than two monitors, see CEPH-007");
        return;
      }
      findings.looksAt(ceph.path());
      boolean even = monitors % 2 == 0;
      if (even || monitors > MANY) {
        findings
            .on(ceph.path())
            .says(
                "Ceph has %d monitors: %s",
                monitors,
                even
                    ? "they survive no more failures than " + (monitors - 1)
                    : "few clusters need more than " + MANY)
            .because("monitors", ceph.monitors())
            .atMost(even ? Severity.WARNING : Severity.INFO)
            .declaredAt(ceph.declaredAt());
      }
    });
  }
}
