package io.pveplan.samples.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a guest that belongs to no team. */
@RuleInfo(
    id = "ACME-002",
    severity = Severity.INFO,
    summary = "A guest has no tag",
    why = "The bill of a guest goes to the team whose tag it carries.",
    remedy = "Add the tag of the team: v.tags(\"team-web\").",
    sources = "Acme handbook, chapter 7",
    since = "1.0")
final class GuestWithoutTag implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      findings.looksAt(guest.path());
      if (guest.tags().isEmpty()) {
        findings
            .on(guest.path())
            .says("guest %s (%s) has no tag", guest.vmid(), guest.name())
            .declaredAt(guest.declaredAt());
      }
    }
  }
}
