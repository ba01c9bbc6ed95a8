package io.pveplan.rules.report;

import static java.util.stream.Collectors.groupingBy;

import io.pveplan.model.PlanPath;
import io.pveplan.rules.Adjustment;
import io.pveplan.rules.FailLevel;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Undecided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The test cases of a report, and what was changed in the rule book, by area; then the coverage. */
final class JunitSuites {

  private record Question(String ruleId, PlanPath subject) {}

  private final String cluster;
  private final SortedMap<String, List<JunitCase>> cases = new TreeMap<>();
  private final SortedMap<String, List<Adjustment>> adjustments = new TreeMap<>();

  private JunitSuites(String cluster) {
    this.cluster = cluster;
  }

  static JunitSuites of(Contents contents, FailLevel level) {
    Map<Question, List<Finding>> findings = contents.report().findings().stream()
        .collect(groupingBy(it -> new Question(it.ruleId(), it.subject())));
    Map<Question, List<SuppressedFinding>> suppressed = contents.suppressed().stream()
        .collect(
            groupingBy(it -> new Question(it.finding().ruleId(), it.finding().subject())));
    Map<Question, List<Undecided>> undecided = contents.report().undecided().stream()
        .collect(groupingBy(it -> new Question(it.ruleId(), it.subject())));

    JunitSuites suites = new JunitSuites(contents.cluster());
    for (RuleResult result : contents.report().results()) {
      String ruleId = result.rule().id();
      for (PlanPath subject : result.subjects()) {
        Question question = new Question(ruleId, subject);
        suites
            .cases
            .computeIfAbsent(Area.of(ruleId), area -> new ArrayList<>())
            .add(new JunitQuestion(
                ruleId,
                subject,
                findings.getOrDefault(question, List.of()),
                suppressed.getOrDefault(question, List.of()),
                undecided.getOrDefault(question, List.of()),
                level));
      }
    }
    for (RuleResult result : contents.notApplicable()) {
      suites
          .cases
          .computeIfAbsent(Area.of(result.rule().id()), area -> new ArrayList<>())
          .add(new JunitNotApplicable(result));
    }
    suites.cases.put(
        JunitCoverage.SUITE, List.of(new JunitCoverage(contents.report().coverage())));
    for (Adjustment adjustment : contents.report().adjustments()) {
      String area = Area.of(adjustment.ruleId());
      suites.cases.computeIfAbsent(area, it -> new ArrayList<>());
      suites.adjustments.computeIfAbsent(area, it -> new ArrayList<>()).add(adjustment);
    }
    return suites;
  }

  String write() {
    Markup xml = new Markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    List<JunitCase> all = cases.values().stream().flatMap(List::stream).toList();
    xml.open(
        "testsuites",
        "name",
        "Check of cluster " + cluster,
        "tests",
        Integer.toString(all.size()),
        "failures",
        failures(all),
        "errors",
        "0");
    cases.forEach((area, its) -> suite(xml, area, its));
    return xml.close().toString();
  }

  private void suite(Markup xml, String area, List<JunitCase> its) {
    xml.open(
        "testsuite",
        "name",
        area,
        "tests",
        Integer.toString(its.size()),
        "failures",
        failures(its),
        "errors",
        "0",
        "skipped",
        Long.toString(its.stream().filter(JunitCase::skipped).count()));
    List<Adjustment> changes = adjustments.getOrDefault(area, List.of());
    if (!changes.isEmpty()) {
      xml.open("properties");
      changes.forEach(change ->
          xml.empty("property", "name", "changed in the rule book", "value", change.toString()));
      xml.close();
    }
    its.forEach(each -> each.write(xml));
    xml.close();
  }

  private static String failures(List<JunitCase> cases) {
    return Long.toString(cases.stream().filter(JunitCase::failed).count());
  }
}
