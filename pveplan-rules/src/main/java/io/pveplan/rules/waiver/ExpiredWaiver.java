package io.pveplan.rules.waiver;

import io.pveplan.rules.Findings;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a waiver whose last day is over. */
@RuleInfo(
    id = "WVR-001",
    severity = Severity.WARNING,
    summary = "A waiver has expired",
    why = """
        Its last day was agreed on so that somebody looks at the finding again. It waives nothing any
        more: what it was for counts as if there were no waiver.""",
    remedy =
        "Repair what was waived and remove the waiver, or agree with its owner on a later day.",
    sources = "own judgement",
    since = "0.1")
record ExpiredWaiver(List<WaiverUse> uses) implements WaiverRule {

  @Override
  public boolean looksAt(WaiverUse use) {
    return true;
  }

  @Override
  public void judge(WaiverUse use, Findings findings) {
    if (use.isExpired()) {
      WaiverRule.on(use, findings)
          .says(
              "the waiver of %s ended on %s, %s",
              use.waiver().owner(), use.waiver().until(), consequence(use));
    }
  }

  private static String consequence(WaiverUse use) {
    if (!use.open().isEmpty()) {
      return WaiverRule.number(use.open().size(), "finding") + " not waived any more";
    }
    if (!use.matched().isEmpty()) {
      return "what it was for is waived by others";
    }
    return use.undecided()
        ? "what it was for is undecided today"
        : "there is nothing left to waive";
  }
}
