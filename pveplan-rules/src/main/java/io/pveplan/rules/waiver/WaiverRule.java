package io.pveplan.rules.waiver;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import java.util.List;

/** A rule about waivers. It looks at how they were used and not into the plan. */
interface WaiverRule extends Rule {

  /** What it looks at. */
  List<WaiverUse> uses();

  /** Whether the rule is about this waiver at all. */
  boolean looksAt(WaiverUse use);

  /** Reports the waiver if it is one of those. */
  void judge(WaiverUse use, Findings findings);

  @Override
  default void check(ResolvedPlan plan, Findings findings) {
    for (WaiverUse use : uses()) {
      if (looksAt(use)) {
        findings.looksAt(path(use));
        judge(use, findings);
      }
    }
  }

  /** A finding with all that is known of the waiver. */
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

  /** {@code 1 finding}, {@code 2 findings}. */
  static String number(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
