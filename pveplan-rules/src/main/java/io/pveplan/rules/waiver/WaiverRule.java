package io.pveplan.rules.waiver;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import java.util.List;

/** A rule about waivers. It looks at how they were used and not into the plan. */
abstract class WaiverRule implements Rule {

  private final List<WaiverUse> uses;

  WaiverRule(List<WaiverUse> uses) {
    this.uses = uses;
  }

  @Override
  public final void check(ResolvedPlan plan, Findings findings) {
    for (WaiverUse use : uses) {
      if (looksAt(use)) {
        findings.looksAt(path(use));
        judge(use, findings);
      }
    }
  }

  /** Whether the rule is about this waiver at all. */
  abstract boolean looksAt(WaiverUse use);

  abstract void judge(WaiverUse use, Findings findings);

  static FindingDraft on(WaiverUse use, Findings findings) {
    return findings
        .on(path(use))
        .because("key", use.waiver().key())
        .because("reason", use.waiver().reason())
        .because("owner", use.waiver().owner())
        .because("until", use.waiver().until())
        .because("matched", use.matched().size())
        .declaredAt(use.waiver().declaredAt());
  }

  private static PlanPath path(WaiverUse use) {
    return PlanPath.of("waiver", use.waiver().key());
  }

  static String number(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
