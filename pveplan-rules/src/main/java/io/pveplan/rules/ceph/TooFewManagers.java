package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports Ceph without a second manager. */
@RuleInfo(
    id = "CEPH-011",
    severity = Severity.WARNING,
    summary = "Ceph has no second manager",
    why = """
        The manager keeps the numbers of placement groups, the balancer and all figures of use. Another \
        one takes over when it fails; without one Ceph runs blind until it is back.""",
    remedy = "Create a manager on each node with a monitor.",
    sources = "pve-docs: pveceph.adoc, Ceph Manager",
    since = "0.1")
final class TooFewManagers implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().ceph().ifPresent(ceph -> {
      findings.looksAt(ceph.path());
      if (ceph.managers().size() < 2) {
        findings
            .on(ceph.path())
            .says(
                "Ceph has %s",
                ceph.managers().isEmpty()
                    ? "no manager"
                    : "one manager, on " + ceph.managers().first())
            .because("managers", ceph.managers())
            .declaredAt(ceph.declaredAt());
      }
    });
  }
}
