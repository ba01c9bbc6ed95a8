package io.pveplan.rules.testing;

import io.pveplan.rules.Finding;
import java.util.function.Function;

/**
 * The findings of a rule under test, to look at their texts; made by {@link
 * RuleVerdict#reportsExactly}.
 *
 * @since 0.1
 */
public final class ReportedFindings {

  private final RuleVerdict verdict;

  ReportedFindings(RuleVerdict verdict) {
    this.verdict = verdict;
  }

  /**
   * Demands a text in the message of each finding.
   *
   * @param text part of the message
   * @return these findings
   * @throws AssertionError if a message does not contain it
   */
  public ReportedFindings withMessageContaining(String text) {
    return with("message", Finding::message, text);
  }

  /**
   * Demands a text in the remedy of each finding.
   *
   * @param text part of the remedy
   * @return these findings
   * @throws AssertionError if a remedy does not contain it
   */
  public ReportedFindings withRemedyContaining(String text) {
    return with("remedy", Finding::remedy, text);
  }

  /**
   * Demands that the rule, besides its findings, misses exactly these facts.
   *
   * @param facts the facts over all subjects, each once, in any order
   * @return these findings
   * @throws AssertionError if other facts are missing
   * @throws IllegalArgumentException if there is no fact
   */
  public ReportedFindings andIsUndecidedFor(String... facts) {
    verdict.demandMissingFacts(facts);
    return this;
  }

  private ReportedFindings with(String part, Function<Finding, String> text, String expected) {
    for (Finding finding : verdict.report().findings()) {
      verdict.demand(
          text.apply(finding).contains(expected),
          "expected \"%s\" in the %s of %s, got \"%s\""
              .formatted(expected, part, finding.key(), text.apply(finding)));
    }
    return this;
  }
}
