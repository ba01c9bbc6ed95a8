package io.pveplan.rules.report;

import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.Severity;
import io.pveplan.rules.report.SarifLog.MultiformatMessage;
import io.pveplan.rules.report.SarifLog.ReportingConfiguration;
import io.pveplan.rules.report.SarifLog.ReportingDescriptor;
import io.pveplan.rules.report.SarifLog.ReportingDescriptorReference;
import io.pveplan.rules.report.SarifLog.RuleProperties;
import io.pveplan.rules.report.SarifLog.ToolComponent;
import java.util.List;
import java.util.Optional;

/** What SARIF says of the tool: its name, its rules, and what it has to notify of. */
final class SarifTool {

  static final ReportingDescriptorReference UNDECIDED =
      new ReportingDescriptorReference("undecided", Optional.of(0));
  static final ReportingDescriptorReference ADJUSTED =
      new ReportingDescriptorReference("adjusted", Optional.of(1));
  static final ReportingDescriptorReference NOT_APPLICABLE =
      new ReportingDescriptorReference("not-applicable", Optional.of(2));

  private SarifTool() {}

  static ToolComponent driver(List<RuleDescription> rules) {
    return new ToolComponent(
        "pveplan",
        plain("Checks plans of Proxmox VE clusters."),
        "en-US",
        List.of(
            notification(UNDECIDED, "A rule can not judge a subject: the plan lacks facts"),
            notification(ADJUSTED, "The rule book was changed by its user"),
            notification(NOT_APPLICABLE, "A rule finds nothing in the plan that it is about")),
        rules.stream().map(SarifTool::rule).toList());
  }

  private static ReportingDescriptor notification(ReportingDescriptorReference id, String text) {
    return new ReportingDescriptor(
        id.id(),
        plain(text),
        Optional.empty(),
        Optional.empty(),
        new ReportingConfiguration("note"),
        Optional.empty());
  }

  private static ReportingDescriptor rule(RuleDescription rule) {
    return new ReportingDescriptor(
        rule.id(),
        plain(rule.summary()),
        Optional.of(plain(rule.why().isEmpty() ? rule.summary() : rule.why())),
        Optional.of(help(rule)),
        new ReportingConfiguration(SarifRun.level(rule.severity())),
        Optional.of(new RuleProperties(
            List.of(Area.of(rule.id())),
            problemSeverity(rule.severity()),
            rule.remedy(),
            rule.sources(),
            rule.since())));
  }

  private static MultiformatMessage help(RuleDescription rule) {
    StringBuilder plain = new StringBuilder();
    MarkdownText markdown = MarkdownText.linking();
    if (!rule.why().isEmpty()) {
      plain.append(rule.why()).append("\n\n");
      markdown.paragraph("Why: " + rule.why());
    }
    plain.append("What to do: ").append(rule.remedy());
    markdown.paragraph("What to do: " + rule.remedy());
    if (!rule.sources().isEmpty()) {
      plain.append("\n\nSources: ").append(String.join("; ", rule.sources()));
      markdown.paragraph("Sources: " + String.join("; ", rule.sources()));
    }
    return new MultiformatMessage(
        text(plain.toString()), Optional.of(doubled(markdown.toString().strip())));
  }

  private static MultiformatMessage plain(String text) {
    return new MultiformatMessage(text(text), Optional.empty());
  }

  /**
   * A plain text message: braces would be placeholders, brackets and parentheses a link (sections
   * 3.11.5 and 3.11.6).
   */
  static String text(String text) {
    return doubled(text).replace("](", "\\](");
  }

  private static String doubled(String text) {
    return text.replace("{", "{{").replace("}", "}}");
  }

  // The words of GitHub's code scanning (docs, SARIF support for code scanning, properties of a
  // rule).
  private static String problemSeverity(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "recommendation";
    };
  }
}
