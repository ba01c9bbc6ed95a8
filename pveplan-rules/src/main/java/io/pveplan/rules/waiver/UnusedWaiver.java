package io.pveplan.rules.waiver;

import io.pveplan.rules.Findings;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/**
 * Reports a waiver that matches nothing.
 *
 * <p>A waiver for a rule that did not report because it is switched off is not reported: the same
 * waivers serve several rule books. Nor is one for a subject that is undecided today: when the plan
 * says the missing fact, the finding may be there.
 */
@RuleInfo(
    id = "WVR-002",
    severity = Severity.WARNING,
    summary = "A waiver matches nothing",
    why = """
        Either what it was for is repaired, then it would silently accept the same trouble when it comes
        back; or its key is misspelt, then the finding it is meant for still counts.""",
    remedy = "Remove the waiver, or copy the key from the report.",
    sources = "own judgement",
    since = "0.1")
record UnusedWaiver(List<WaiverUse> uses) implements WaiverRule {

  @Override
  public boolean looksAt(WaiverUse use) {
    return !use.isExpired();
  }

  @Override
  public void judge(WaiverUse use, Findings findings) {
    if (use.rules() == WaiverUse.Rules.UNKNOWN) {
      WaiverRule.on(use, findings).says("no rule of the rule book has the id it names");
    } else if (use.rules() == WaiverUse.Rules.RAN && use.matched().isEmpty() && !use.undecided()) {
      WaiverRule.on(use, findings).says("no finding has this key or begins with it");
    }
  }
}
