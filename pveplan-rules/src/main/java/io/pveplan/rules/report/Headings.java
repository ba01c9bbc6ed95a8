package io.pveplan.rules.report;

import io.pveplan.rules.Outcome;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Severity;
import java.util.List;

/** The words that the forms for people share. */
final class Headings {

  static final List<Severity> WORST_FIRST =
      List.of(Severity.ERROR, Severity.WARNING, Severity.INFO);

  static final String ACCEPTED = "Accepted findings";
  static final String GONE = "In the baseline and found no more";
  static final String GONE_MEANS = "The baseline can do without these keys.";
  static final String UNDECIDED = "Undecided";
  static final String UNDECIDED_MEANS = "These facts would let rules decide.";
  static final String COVERAGE = "What was looked at";
  private static final String COVERAGE_LISTS =
      "What belongs to something that no rule looked at is counted, not listed.";
  static final String ADJUSTMENTS = "Changed in the rule book";
  static final String RULES = "Rules";

  private Headings() {}

  static String of(Severity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case INFO -> "Infos";
    };
  }

  static String of(Outcome outcome) {
    return switch (outcome) {
      case FINDINGS -> "findings";
      case UNDECIDED -> "undecided";
      case ACCEPTED -> "accepted";
      case PASSED -> "passed";
      case NOT_APPLICABLE -> "not applicable";
    };
  }

  static String outcome(RuleResult result) {
    String outcome = of(result.outcome());
    return result.notApplicable().map(why -> outcome + ": " + why).orElse(outcome);
  }

  static String sentence(String line) {
    return Character.toUpperCase(line.charAt(0)) + line.substring(1) + ".";
  }

  static String coverage(Coverage coverage) {
    String sentence = sentence(Contents.coverageLine(coverage));
    return coverage.notLookedAt().isEmpty() ? sentence : sentence + " " + COVERAGE_LISTS;
  }
}
