package io.pveplan.rules.waiver;

import io.pveplan.rules.Findings;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.time.Duration;
import java.util.List;

/** Tells of a waiver whose last day is near. */
@RuleInfo(
    id = "WVR-004",
    severity = Severity.INFO,
    summary = "A waiver expires soon",
    why = "When its last day is over, what it waives counts again, and the build may fail.",
    remedy = "Repair what is waived and remove the waiver, or agree with its owner on a later day.",
    sources = "own judgement",
    since = "0.1")
record ExpiringWaiver(List<WaiverUse> uses) implements WaiverRule {

  static final RuleParameter<Duration> NOTICE = RuleParameter.duration(
          "notice",
          Duration.ofDays(14),
          "days before the last day of a waiver from which on it is told",
          "own judgement")
      .must(notice -> notice.equals(Duration.ofDays(notice.toDays())), "be whole days");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(NOTICE);
  }

  @Override
  public boolean looksAt(WaiverUse use) {
    return !use.isExpired();
  }

  @Override
  public void judge(WaiverUse use, Findings findings) {
    if (use.daysLeft() <= findings.parameter(NOTICE).toDays()) {
      WaiverRule.on(use, findings)
          .says(
              "the waiver of %s ends on %s, %s",
              use.waiver().owner(),
              use.waiver().until(),
              use.daysLeft() == 0 ? "today" : "in " + WaiverRule.number(use.daysLeft(), "day"));
    }
  }
}
