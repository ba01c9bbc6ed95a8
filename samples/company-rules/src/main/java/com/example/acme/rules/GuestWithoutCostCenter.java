package com.example.acme.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.regex.Pattern;

/** Reports a guest that nobody pays for, or more than one. */
@RuleInfo(
    id = "ACME-002",
    severity = Severity.WARNING,
    summary = "A guest does not have exactly one cost center",
    why =
        "The monthly bill is made from the tags: a guest without one is paid by the platform team.",
    remedy = "Give it the tag of its cost center, cc- and four digits: v.tags(\"cc-4711\").",
    sources = "Acme handbook, 7.1 Tags",
    since = "1.0")
final class GuestWithoutCostCenter implements Rule {

  private static final Pattern COST_CENTER = Pattern.compile("cc-[0-9]{4}");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      findings.looksAt(guest.path());
      List<String> found =
          guest.tags().stream().filter(COST_CENTER.asMatchPredicate()).toList();
      if (found.size() != 1) {
        findings
            .on(guest.path())
            .says(
                "%s has %s",
                guest.name(), found.isEmpty() ? "no cost center" : String.join(" and ", found))
            .because("tags", guest.tags())
            .declaredAt(guest.declaredAt());
      }
    }
  }
}
