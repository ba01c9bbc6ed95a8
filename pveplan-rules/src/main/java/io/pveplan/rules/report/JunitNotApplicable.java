package io.pveplan.rules.report;

import io.pveplan.rules.RuleResult;

/** A rule that looked at nothing, as a test case: without it the rule would not be in the file. */
record JunitNotApplicable(RuleResult result) implements JunitCase {

  @Override
  public boolean failed() {
    return false;
  }

  @Override
  public boolean skipped() {
    return true;
  }

  @Override
  public void write(Markup xml) {
    xml.open(
        "testcase",
        JunitCase.attributes("not applicable", JunitCase.className(result.rule().id())));
    xml.empty("skipped", "message", Headings.outcome(result)).close();
  }
}
