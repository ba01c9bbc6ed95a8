package io.pveplan.rules.testing;

import io.pveplan.rules.Finding;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Undecided;
import java.util.Arrays;
import java.util.List;

/**
 * What a rule under test said about a plan; made by {@link RuleVerifier}.
 *
 * @since 0.1
 */
public final class RuleVerdict {

  private final Report report;

  RuleVerdict(Report report) {
    this.report = report;
  }

  /**
   * Demands these findings, no other and none less. Undecided subjects are not looked at; see
   * {@link ReportedFindings#andIsUndecidedFor}.
   *
   * @param keys keys of the findings, {@code NET-003[corosync/link0]}, in any order
   * @return the findings, to look at their texts
   * @throws AssertionError if a finding is missing or additional
   * @throws IllegalArgumentException if there is no key: what shall report nothing {@link
   *     #passes()}
   */
  public ReportedFindings reportsExactly(String... keys) {
    if (keys.length == 0) {
      throw new IllegalArgumentException("name at least one key; a plan without findings passes()");
    }
    List<String> expected = Arrays.stream(keys).sorted().toList();
    List<String> actual = report.findings().stream().map(Finding::key).sorted().toList();
    demand(actual.equals(expected), "expected exactly " + expected + ", got " + actual);
    return new ReportedFindings(this);
  }

  /**
   * Demands that the rule looked at something and has nothing to say against any of it.
   *
   * @throws AssertionError if it reports, is undecided about a subject, or looked at nothing
   */
  public void passes() {
    demandOutcome(Outcome.PASSED);
  }

  /**
   * Demands that the rule looked at nothing.
   *
   * @throws AssertionError if it looked at a subject
   */
  public void isNotApplicable() {
    demandOutcome(Outcome.NOT_APPLICABLE);
  }

  /**
   * Demands that the rule reports nothing and misses exactly these facts. For one that reports as
   * well there is {@link ReportedFindings#andIsUndecidedFor}.
   *
   * @param facts the facts over all subjects, each once, in any order
   * @throws AssertionError if it reports, or other facts are missing
   * @throws IllegalArgumentException if there is no fact
   */
  public void isUndecidedFor(String... facts) {
    demandMissingFacts(facts);
    demandOutcome(Outcome.UNDECIDED);
  }

  Report report() {
    return report;
  }

  void demandMissingFacts(String... facts) {
    if (facts.length == 0) {
      throw new IllegalArgumentException("name at least one missing fact");
    }
    List<String> expected = Arrays.stream(facts).sorted().toList();
    List<String> actual = report.undecided().stream()
        .map(Undecided::missingFacts)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
    demand(actual.equals(expected), "expected missing facts " + expected + ", got " + actual);
  }

  void demand(boolean held, String otherwise) {
    if (!held) {
      throw new AssertionError(otherwise + "\n\n" + report.toText());
    }
  }

  private void demandOutcome(Outcome expected) {
    RuleResult result = report.results().get(0);
    Outcome actual = result.outcome();
    demand(
        actual == expected,
        "expected " + expected + ", got " + actual + hint(expected, actual, result));
  }

  private static String hint(Outcome expected, Outcome actual, RuleResult result) {
    if (actual == Outcome.NOT_APPLICABLE) {
      return ": the rule looked at nothing"
          + (result.notApplicable().isEmpty()
              ? "; call findings.looksAt(..) for each part that it judges"
              : "");
    }
    if (expected == Outcome.UNDECIDED && actual == Outcome.FINDINGS) {
      return "; where a rule reports and lacks facts,"
          + " reportsExactly(..).andIsUndecidedFor(..) demands both";
    }
    return "";
  }
}
