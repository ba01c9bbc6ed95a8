package io.pveplan.rules.report;

import java.util.ArrayList;
import java.util.List;

/** How much of the plan was looked at, as a test case: skipped if something was not. */
record JunitCoverage(Coverage coverage) implements JunitCase {

  // In small letters, which no area of rules has.
  static final String SUITE = "coverage";

  @Override
  public boolean failed() {
    return false;
  }

  @Override
  public boolean skipped() {
    return !coverage.notLookedAt().isEmpty();
  }

  @Override
  public void write(Markup xml) {
    String line = Contents.coverageLine(coverage);
    List<String> output = new ArrayList<>();
    xml.open("testcase", JunitCase.attributes(Headings.COVERAGE, SUITE));
    if (skipped()) {
      xml.empty("skipped", "message", line);
      output.add("no rule looked at:");
      output.addAll(Contents.notLookedAt(coverage));
    } else {
      output.add(line);
    }
    xml.element("system-out", output).close();
  }
}
