package io.pveplan.rules.report;

import io.pveplan.rules.Adjustment;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleDescription;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Severity;
import io.pveplan.rules.Undecided;
import io.pveplan.rules.report.SarifLog.ArtifactBase;
import io.pveplan.rules.report.SarifLog.ConfigurationOverride;
import io.pveplan.rules.report.SarifLog.CoverageCounts;
import io.pveplan.rules.report.SarifLog.Invocation;
import io.pveplan.rules.report.SarifLog.Message;
import io.pveplan.rules.report.SarifLog.Notification;
import io.pveplan.rules.report.SarifLog.ReportingConfiguration;
import io.pveplan.rules.report.SarifLog.ReportingDescriptorReference;
import io.pveplan.rules.report.SarifLog.Result;
import io.pveplan.rules.report.SarifLog.ResultProperties;
import io.pveplan.rules.report.SarifLog.RuleCounts;
import io.pveplan.rules.report.SarifLog.Run;
import io.pveplan.rules.report.SarifLog.RunProperties;
import io.pveplan.rules.report.SarifLog.Suppression;
import io.pveplan.rules.report.SarifLog.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Says in SARIF what is in a report. */
final class SarifRun {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final Contents contents;
  private final SarifPlaces places;
  private final Map<String, Integer> ruleIndex = new HashMap<>();

  SarifRun(Contents contents, SarifPlaces places) {
    this.contents = contents;
    this.places = places;
    for (RuleResult result : contents.report().results()) {
      ruleIndex.put(result.rule().id(), ruleIndex.size());
    }
  }

  SarifLog log() {
    List<RuleDescription> rules =
        contents.report().results().stream().map(RuleResult::rule).toList();
    SortedMap<String, ArtifactBase> bases = new TreeMap<>();
    bases.put(
        SarifPlaces.BASE, new ArtifactBase(new Message("The root directory of the repository.")));
    Run run = new Run(
        new Tool(SarifTool.driver(rules)),
        List.of(invocation()),
        bases,
        "utf16CodeUnits",
        results(),
        properties());
    return new SarifLog(SCHEMA, "2.1.0", List.of(run));
  }

  private RunProperties properties() {
    Report report = contents.report();
    Coverage coverage = report.coverage();
    return new RunProperties(
        new RuleCounts(
            report.count(Outcome.FINDINGS),
            report.count(Outcome.UNDECIDED),
            report.count(Outcome.ACCEPTED),
            report.count(Outcome.PASSED),
            report.count(Outcome.NOT_APPLICABLE)),
        new CoverageCounts(
            coverage.parts(),
            coverage.lookedAt(),
            coverage.withinOthers(),
            coverage.notLookedAt().size()));
  }

  private List<Result> results() {
    List<Result> results = new ArrayList<>();
    contents.report().findings().forEach(it -> results.add(result(it, List.of())));
    contents
        .suppressed()
        .forEach(it -> results.add(result(it.finding(), List.of(suppression(it)))));
    return results;
  }

  // All results say whether they are suppressed, or none does (section 3.27.23).
  private Result result(Finding finding, List<Suppression> suppressions) {
    return new Result(
        finding.ruleId(),
        index(finding.ruleId()),
        level(finding.severity()),
        new Message(SarifTool.text(finding.message() + "\n" + finding.remedy())),
        List.of(places.of(finding.subject(), finding.declaredAt())),
        SarifFingerprint.of(finding.key()),
        suppressions,
        new ResultProperties(finding.key(), finding.remedy(), finding.evidence()));
  }

  private static Suppression suppression(SuppressedFinding suppressed) {
    return new Suppression("external", "accepted", suppressed.how());
  }

  private Invocation invocation() {
    List<ConfigurationOverride> overrides = contents.report().results().stream()
        .filter(result -> result.severity() != result.rule().severity())
        .map(result -> new ConfigurationOverride(
            reference(result.rule().id()), new ReportingConfiguration(level(result.severity()))))
        .toList();
    return new Invocation(
        true,
        overrides,
        Stream.concat(
                contents.report().undecided().stream().map(this::notification),
                contents.notApplicable().stream().map(this::notification))
            .toList(),
        contents.report().adjustments().stream().map(this::notification).toList());
  }

  private Notification notification(Undecided open) {
    return new Notification(
        SarifTool.UNDECIDED,
        reference(open.ruleId()),
        "note",
        new Message(SarifTool.text(open.ruleId()
            + " can not judge "
            + open.subject()
            + ", the plan does not say: "
            + String.join("; ", open.missingFacts()))),
        List.of(SarifPlaces.of(open.subject())));
  }

  private Notification notification(RuleResult notApplicable) {
    String ruleId = notApplicable.rule().id();
    return new Notification(
        SarifTool.NOT_APPLICABLE,
        reference(ruleId),
        "note",
        new Message(SarifTool.text(ruleId + " is " + Headings.outcome(notApplicable))),
        List.of());
  }

  private Notification notification(Adjustment adjustment) {
    return new Notification(
        SarifTool.ADJUSTED,
        reference(adjustment.ruleId()),
        "note",
        new Message(SarifTool.text(adjustment.toString())),
        List.of());
  }

  // A rule that is switched off is not in the list of rules.
  private ReportingDescriptorReference reference(String ruleId) {
    return new ReportingDescriptorReference(ruleId, Optional.ofNullable(ruleIndex.get(ruleId)));
  }

  private int index(String ruleId) {
    return Optional.ofNullable(ruleIndex.get(ruleId)).orElse(-1);
  }

  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
