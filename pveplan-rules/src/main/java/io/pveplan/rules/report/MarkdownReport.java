package io.pveplan.rules.report;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Map;

/** The report as GitHub Flavored Markdown: a table for each severity, and the rest. */
final class MarkdownReport implements ReportFormat {

  MarkdownReport() {}

  @Override
  public String fileName() {
    return "report.md";
  }

  @Override
  public String mediaType() {
    return "text/markdown; charset=utf-8; variant=GFM";
  }

  @Override
  public String write(Report report) {
    return write(Contents.of(report));
  }

  String write(Contents contents) {
    MarkdownText text = MarkdownText.plain();
    Report report = contents.report();
    text.heading(1, "Check of cluster " + contents.cluster());
    text.paragraph(Headings.sentence(contents.verdict() + ": " + report));
    text.paragraph("Ran " + contents.rulesLine() + ".");
    findings(text, contents);
    accepted(text, contents);
    gone(text, report);
    undecided(text, report);
    coverage(text, report.coverage());
    adjustments(text, report);
    rules(text, report);
    return text.toString();
  }

  private static void findings(MarkdownText text, Contents contents) {
    for (Severity severity : Headings.WORST_FIRST) {
      List<Finding> findings = contents.findings(severity);
      if (!findings.isEmpty()) {
        text.heading(2, Headings.of(severity));
        text.table(
            List.of("Rule", "Where", "What", "What to do", "Line"),
            findings.stream().map(MarkdownReport::row).toList());
      }
    }
  }

  private static List<String> row(Finding finding) {
    return List.of(
        finding.ruleId(),
        finding.subject().toString(),
        finding.message(),
        finding.remedy(),
        finding.declaredAt().map(Object::toString).orElse(""));
  }

  private static void accepted(MarkdownText text, Contents contents) {
    if (!contents.suppressed().isEmpty()) {
      text.heading(2, Headings.ACCEPTED);
      text.table(
          List.of("Severity", "Rule", "Where", "What", "Accepted by", "Reason"),
          contents.suppressed().stream()
              .map(it -> List.of(
                  it.finding().severity().toString(),
                  it.finding().ruleId(),
                  it.finding().subject().toString(),
                  it.finding().message(),
                  it.by(),
                  it.reason().orElse("")))
              .toList());
    }
  }

  private static void gone(MarkdownText text, Report report) {
    if (!report.gone().isEmpty()) {
      text.heading(2, Headings.GONE);
      text.paragraph(Headings.GONE_MEANS);
      text.table(List.of("Key"), report.gone().stream().map(List::of).toList());
    }
  }

  private static void undecided(MarkdownText text, Report report) {
    if (!report.undecided().isEmpty()) {
      text.heading(2, Headings.UNDECIDED);
      text.paragraph(Headings.UNDECIDED_MEANS);
      text.table(
          List.of("The plan does not say", "Rules that ask", "Of"),
          report.coverage().missingFacts().stream()
              .map(it ->
                  List.of(it.fact(), String.join(", ", it.rules()), Names.some(it.subjects())))
              .toList());
    }
  }

  private static void coverage(MarkdownText text, Coverage coverage) {
    text.heading(2, Headings.COVERAGE);
    text.paragraph(Headings.coverage(coverage));
    Map<String, List<PlanPath>> outermost = coverage.outermostNotLookedAt();
    text.table(
        List.of("Kind", "In the plan", "Looked at", "Within others", "Not looked at", "Which"),
        coverage.kinds().stream()
            .map(it -> List.of(
                it.kind(),
                Integer.toString(it.parts()),
                Integer.toString(it.lookedAt()),
                Integer.toString(it.withinOthers()),
                Integer.toString(it.notLookedAt().size()),
                Names.some(outermost.getOrDefault(it.kind(), List.of()))))
            .toList());
  }

  private static void adjustments(MarkdownText text, Report report) {
    if (!report.adjustments().isEmpty()) {
      text.heading(2, Headings.ADJUSTMENTS);
      text.table(
          List.of("Rule", "Change", "Reason"),
          report.adjustments().stream()
              .map(it -> List.of(it.ruleId(), it.change(), it.reason().orElse("")))
              .toList());
    }
  }

  private static void rules(MarkdownText text, Report report) {
    if (!report.results().isEmpty()) {
      text.heading(2, Headings.RULES);
      text.table(
          List.of("Rule", "Severity", "Reports that", "Outcome", "Subjects"),
          report.results().stream().map(MarkdownReport::row).toList());
    }
  }

  private static List<String> row(RuleResult result) {
    return List.of(
        result.rule().id(),
        result.severity().toString(),
        result.rule().summary(),
        Headings.outcome(result),
        Integer.toString(result.subjects().size()));
  }
}
