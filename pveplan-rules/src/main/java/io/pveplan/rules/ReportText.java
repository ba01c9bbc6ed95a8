package io.pveplan.rules;

import io.pveplan.rules.settings.Profile;
import java.util.ArrayList;
import java.util.List;

/** Lays out a report for a console. */
final class ReportText {

  private ReportText() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder();
    report.findings().forEach(finding -> append(text, finding));
    section(
        text,
        "undecided, the plan does not say:",
        report.undecided().stream()
            .map(u -> u.ruleId() + " " + u.subject() + ": " + String.join("; ", u.missingFacts()))
            .toList());
    section(
        text,
        "waived:",
        report.waived().stream()
            .map(w -> w.finding().severity() + " " + w.finding().key() + ": " + w.waiver())
            .toList());
    section(text, "in the baseline and found no more:", report.gone());
    section(text, "changed in the rule book:", changes(report));
    if (text.length() > 0) {
      text.append('\n');
    }
    return text.append(counts(report))
        .append('\n')
        .append(rules(report))
        .append('\n')
        .toString();
  }

  private static List<String> changes(Report report) {
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

  static String counts(Report report) {
    return number(report.count(Severity.ERROR), "error")
        + ", "
        + number(report.count(Severity.WARNING), "warning")
        + ", "
        + number(report.count(Severity.INFO), "info")
        + ", "
        + report.undecided().size()
        + " undecided"
        + ifAny(report.waived().size(), "waived")
        + ifAny(report.known().size(), "known");
  }

  private static String rules(Report report) {
    return "%s on %s: %d with findings, %d undecided, %d passed, %d not applicable"
            .formatted(
                number(report.results().size(), "rule"),
                number(report.subjects(), "subject"),
                report.count(Outcome.FINDINGS),
                report.count(Outcome.UNDECIDED),
                report.count(Outcome.PASSED),
                report.count(Outcome.NOT_APPLICABLE))
        + ifAny(report.count(Outcome.ACCEPTED), "accepted");
  }

  private static void append(StringBuilder text, Finding finding) {
    text.append(finding.severity()).append(' ').append(finding.ruleId()).append(' ');
    text.append(finding.subject()).append(": ").append(finding.message()).append('\n');
    text.append("      -> ").append(finding.remedy()).append('\n');
    finding.declaredAt().ifPresent(line -> text.append("      (").append(line).append(")\n"));
  }

  private static void section(StringBuilder text, String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(title).append('\n');
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
  }

  private static String ifAny(int count, String what) {
    return count == 0 ? "" : ", " + count + " " + what;
  }

  private static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
