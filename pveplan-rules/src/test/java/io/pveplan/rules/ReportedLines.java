package io.pveplan.rules;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Origin;
import java.util.List;

/** The lines of user code that a rule points at. */
public final class ReportedLines {

  private ReportedLines() {}

  /** The line of each finding; a finding without one fails the test. */
  public static List<Origin> of(Rule rule, ClusterPlan plan) {
    return RuleBook.empty().with(rule).check(plan).findings().stream()
        .map(finding -> finding.declaredAt().orElseThrow())
        .toList();
  }
}
