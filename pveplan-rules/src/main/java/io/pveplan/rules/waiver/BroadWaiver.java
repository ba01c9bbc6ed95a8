package io.pveplan.rules.waiver;

import io.pveplan.rules.Finding;
import io.pveplan.rules.Findings;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a waiver that waives more than one rule, or many findings of one. */
@RuleInfo(
    id = "WVR-003",
    severity = Severity.WARNING,
    summary = "A waiver is too broad",
    why = """
        One reason does not fit many troubles. A waiver for an area also accepts what rules report that
        come with a later version, and nobody is asked.""",
    remedy =
        "Write one waiver for each finding or subject; to do without a rule here, switch it off"
            + " or change its severity in the rule book; for an existing plan use a baseline.",
    sources = "own judgement",
    since = "0.1")
record BroadWaiver(List<WaiverUse> uses) implements WaiverRule {

  static final RuleParameter<Integer> MOST_FINDINGS = RuleParameter.wholeNumber(
          "mostFindings", 10, "findings that one waiver may waive", "own judgement")
      .must(findings -> findings >= 1, "be at least 1");

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(MOST_FINDINGS);
  }

  @Override
  public boolean looksAt(WaiverUse use) {
    return !use.isExpired() && !use.matched().isEmpty();
  }

  @Override
  public void judge(WaiverUse use, Findings findings) {
    List<String> rules =
        use.waived().stream().map(Finding::ruleId).distinct().sorted().toList();
    String number = WaiverRule.number(use.waived().size(), "finding");
    if (WaiverKey.of(use.waiver().key()).isArea()) {
      WaiverRule.on(use, findings)
          .says(
              "it waives %sall that rules of this area will ever report",
              rules.isEmpty() ? "" : number + " of " + String.join(", ", rules) + ", and ")
          .because("rules", rules);
    } else if (use.waived().size() > findings.parameter(MOST_FINDINGS)) {
      WaiverRule.on(use, findings)
          .says("it waives %s, more than %d", number, findings.parameter(MOST_FINDINGS))
          .because("rules", rules);
    }
  }
}
