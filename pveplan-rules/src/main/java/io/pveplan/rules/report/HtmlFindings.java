package io.pveplan.rules.report;

import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The findings of a report in HTML, each with what it rests on. */
final class HtmlFindings {

  private final Markup html;
  private final Map<String, RuleDescription> rules;

  private HtmlFindings(Markup html, Map<String, RuleDescription> rules) {
    this.html = html;
    this.rules = rules;
  }

  static void write(Markup html, Contents contents) {
    HtmlFindings findings = new HtmlFindings(html, contents.rules());
    if (contents.report().findings().isEmpty()) {
      html.element("p", "No findings.", "class", "sound");
    }
    for (Severity severity : Headings.WORST_FIRST) {
      findings.section(severity, contents.findings(severity));
    }
    if (!contents.suppressed().isEmpty()) {
      html.open("section", "id", "accepted").element("h2", Headings.ACCEPTED);
      contents.suppressed().forEach(it -> findings.article(it.finding(), Optional.of(it)));
      html.close();
    }
  }

  /** What links to the section of a severity, and names its style. */
  static String anchor(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private void section(Severity severity, List<Finding> findings) {
    if (!findings.isEmpty()) {
      html.open("section", "id", anchor(severity)).element("h2", Headings.of(severity));
      findings.forEach(it -> article(it, Optional.empty()));
      html.close();
    }
  }

  private void article(Finding finding, Optional<SuppressedFinding> suppressed) {
    html.open("article", "class", suppressed.isEmpty() ? anchor(finding.severity()) : "accepted");
    html.line("h3")
        .inline("span", finding.severity().toString(), "class", "severity")
        .text(" ")
        .inline("a", finding.ruleId(), "href", "#" + finding.ruleId())
        .text(" ")
        .inline("code", finding.subject().toString())
        .endLine();
    html.element("p", finding.message());
    suppressed.ifPresent(it -> html.element("p", "Accepted by " + it.how(), "class", "reason"));
    html.line("p").inline("strong", "What to do:").text(" " + finding.remedy()).endLine();
    html.open("dl");
    Optional.ofNullable(rules.get(finding.ruleId()))
        .map(RuleDescription::why)
        .filter(why -> !why.isEmpty())
        .ifPresent(why -> entry("Why", why));
    finding.evidence().forEach((name, value) -> fact(name, EvidenceText.of(value)));
    finding.declaredAt().ifPresent(line -> entry("Declared at", line.toString()));
    if (!finding.sources().isEmpty()) {
      entry("Sources", String.join("; ", finding.sources()));
    }
    html.close().close();
  }

  private void fact(String name, String value) {
    html.open("div")
        .line("dt")
        .inline("code", name)
        .endLine()
        .element("dd", value)
        .close();
  }

  private void entry(String term, String text) {
    html.open("div").element("dt", term).element("dd", text).close();
  }
}
