package io.pveplan.rules.report;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a report says beside its findings, as tables in HTML. */
final class HtmlTables {

  private final Markup html;

  private HtmlTables(Markup html) {
    this.html = html;
  }

  /** The sections there are, title by anchor. */
  static Map<String, String> sections(Contents contents) {
    Map<String, String> sections = new LinkedHashMap<>();
    if (!contents.suppressed().isEmpty()) {
      sections.put("accepted", Headings.ACCEPTED);
    }
    if (!contents.report().gone().isEmpty()) {
      sections.put("gone", Headings.GONE);
    }
    if (!contents.report().undecided().isEmpty()) {
      sections.put("undecided", Headings.UNDECIDED);
    }
    sections.put("coverage", Headings.COVERAGE);
    if (!contents.report().adjustments().isEmpty()) {
      sections.put("adjustments", Headings.ADJUSTMENTS);
    }
    if (!contents.report().results().isEmpty()) {
      sections.put("rules", Headings.RULES);
    }
    return sections;
  }

  static void write(Markup html, Contents contents) {
    HtmlTables tables = new HtmlTables(html);
    Coverage coverage = contents.report().coverage();
    for (String section : sections(contents).keySet()) {
      switch (section) {
        case "gone" -> tables.gone(contents.report());
        case "undecided" -> tables.undecided(coverage);
        case "coverage" -> tables.coverage(coverage);
        case "adjustments" -> tables.adjustments(contents.report());
        case "rules" -> tables.rules(contents.report());
        default -> {}
      }
    }
  }

  private void gone(Report report) {
    begin("gone", Headings.GONE, Headings.GONE_MEANS);
    head(List.of("Key"), Set.of());
    for (String key : report.gone()) {
      html.open("tr").line("td").inline("code", key).endLine().close();
    }
    end();
  }

  private void undecided(Coverage coverage) {
    begin("undecided", Headings.UNDECIDED, Headings.UNDECIDED_MEANS);
    head(List.of("The plan does not say", "Rules that ask", "Of"), Set.of());
    for (MissingFact missing : coverage.missingFacts()) {
      html.open("tr").element("th", missing.fact(), "scope", "row");
      html.line("td");
      for (int i = 0; i < missing.rules().size(); i++) {
        html.text(i == 0 ? "" : ", ");
        html.inline("a", missing.rules().get(i), "href", "#" + missing.rules().get(i));
      }
      html.endLine();
      paths(missing.subjects());
      html.close();
    }
    end();
  }

  private void coverage(Coverage coverage) {
    begin("coverage", Headings.COVERAGE, Headings.coverage(coverage));
    head(
        List.of("Kind", "In the plan", "Looked at", "Within others", "Not looked at", "Which"),
        Set.of("In the plan", "Looked at", "Within others", "Not looked at"));
    Map<String, List<PlanPath>> outermost = coverage.outermostNotLookedAt();
    for (KindCoverage kind : coverage.kinds()) {
      html.open("tr").element("th", kind.kind(), "scope", "row");
      number(kind.parts());
      number(kind.lookedAt());
      number(kind.withinOthers());
      number(kind.notLookedAt().size());
      paths(outermost.getOrDefault(kind.kind(), List.of()));
      html.close();
    }
    end();
  }

  private void adjustments(Report report) {
    begin("adjustments", Headings.ADJUSTMENTS, "");
    head(List.of("Rule", "Change", "Reason"), Set.of());
    report.adjustments().forEach(it -> {
      html.open("tr").element("th", it.ruleId(), "scope", "row");
      html.element("td", it.change()).element("td", it.reason().orElse("")).close();
    });
    end();
  }

  private void rules(Report report) {
    begin("rules", Headings.RULES, "");
    head(List.of("Rule", "Severity", "Reports that", "Outcome", "Subjects"), Set.of("Subjects"));
    for (RuleResult result : report.results()) {
      html.open("tr", "id", result.rule().id());
      html.element("th", result.rule().id(), "scope", "row");
      html.element("td", result.severity().toString());
      html.element("td", result.rule().summary());
      html.element("td", Headings.outcome(result));
      number(result.subjects().size());
      html.close();
    }
    end();
  }

  private void begin(String anchor, String title, String explanation) {
    html.open("section", "id", anchor).element("h2", title, "id", anchor + "-title");
    if (!explanation.isEmpty()) {
      html.element("p", explanation);
    }
    // On a narrow screen the table scrolls, also by keyboard, and not the page.
    html.open("section", "class", "wide", "tabindex", "0", "aria-labelledby", anchor + "-title");
    html.open("table");
  }

  private void head(List<String> titles, Set<String> numbers) {
    html.open("thead").open("tr");
    for (String title : titles) {
      if (numbers.contains(title)) {
        html.element("th", title, "scope", "col", "class", "number");
      } else {
        html.element("th", title, "scope", "col");
      }
    }
    html.close().close().open("tbody");
  }

  private void end() {
    html.close().close().close().close();
  }

  private void number(int number) {
    html.element("td", Integer.toString(number), "class", "number");
  }

  private void paths(List<PlanPath> paths) {
    html.line("td");
    for (int i = 0; i < paths.size(); i++) {
      html.text(i == 0 ? "" : ", ").inline("code", paths.get(i).toString());
    }
    html.endLine();
  }
}
