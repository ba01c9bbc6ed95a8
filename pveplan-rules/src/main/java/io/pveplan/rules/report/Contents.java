package io.pveplan.rules.report;

import io.pveplan.rules.Finding;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Severity;
import io.pveplan.rules.settings.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the forms of a report are written from. */
record Contents(Report report, List<SuppressedFinding> suppressed) {

  static Contents of(Report report) {
    return new Contents(
        report,
        Stream.concat(
                report.waived().stream().map(SuppressedFinding::of),
                report.known().stream().map(SuppressedFinding::known))
            .toList());
  }

  String cluster() {
    return report.plan().plan().name();
  }

  /** Findings of a severity, by rule, then by subject. */
  List<Finding> findings(Severity severity) {
    return report.findings().stream().filter(f -> f.severity() == severity).toList();
  }

  /** The rules that ran, by id. */
  Map<String, RuleDescription> rules() {
    return report.results().stream()
        .map(RuleResult::rule)
        .collect(Collectors.toMap(RuleDescription::id, rule -> rule));
  }

  /** The rules that looked at nothing, whether they say why or not. */
  List<RuleResult> notApplicable() {
    return report.results().stream()
        .filter(result -> result.outcome() == Outcome.NOT_APPLICABLE)
        .toList();
  }

  /** What the user changed in the rule book, a line each. */
  List<String> changes() {
    List<String> changes = new ArrayList<>();
    if (report.profile() != Profile.PRODUCTION) {
      changes.add("profile " + report.profile());
    }
    if (report.failLevel() != Profile.PRODUCTION.failLevel()) {
      changes.add("fail level " + report.failLevel());
    }
    report.adjustments().forEach(adjustment -> changes.add(adjustment.toString()));
    return changes;
  }

  /** Whether the plan fails, and by what level: {@code fails at level ERROR}. */
  String verdict() {
    return (report.fails() ? "fails" : "passes") + " at level " + report.failLevel();
  }

  /** How many rules there are and how they ended, in a line. */
  String rulesLine() {
    int accepted = report.count(Outcome.ACCEPTED);
    return "%s on %s: %d with findings, %d undecided, %d passed, %d not applicable"
            .formatted(
                number(report.results().size(), "rule"),
                number(report.subjects(), "subject"),
                report.count(Outcome.FINDINGS),
                report.count(Outcome.UNDECIDED),
                report.count(Outcome.PASSED),
                report.count(Outcome.NOT_APPLICABLE))
        + (accepted == 0 ? "" : ", " + accepted + " accepted");
  }

  /** How much of the plan was looked at, in a line without a final colon or period. */
  static String coverageLine(Coverage coverage) {
    int parts = coverage.parts();
    if (coverage.lookedAt() == parts) {
      return "rules looked at all " + number(parts, "part") + " of the plan";
    }
    String within = coverage.withinOthers() == 0
        ? ""
        : "; " + coverage.withinOthers()
            + (coverage.withinOthers() == 1 ? " more belongs" : " more belong")
            + " to these";
    return "rules looked at %d of %s of the plan%s"
        .formatted(coverage.lookedAt(), number(parts, "part"), within);
  }

  /** What no rule looked at, a line for each kind. */
  static List<String> notLookedAt(Coverage coverage) {
    List<String> lines = new ArrayList<>();
    coverage
        .outermostNotLookedAt()
        .forEach((kind, paths) -> lines.add(kind + ": " + Names.some(paths)));
    return lines;
  }

  static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
