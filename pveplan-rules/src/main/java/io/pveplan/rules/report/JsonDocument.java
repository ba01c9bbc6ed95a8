package io.pveplan.rules.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.rules.Adjustment;
import io.pveplan.rules.FailLevel;
import io.pveplan.rules.Finding;
import io.pveplan.rules.Outcome;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Severity;
import io.pveplan.rules.Undecided;
import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.waiver.Waiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of a report: the records are the document, {@code report.schema.json} describes it.
 */
record JsonDocument(
    @JsonProperty("$schema") String schema,
    int formatVersion,
    String cluster,
    Counts counts,
    List<FindingLine> findings,
    List<AcceptedLine> accepted,
    List<UndecidedLine> undecided,
    List<RuleLine> rules,
    List<AdjustmentLine> adjustments,
    List<String> gone,
    Profile profile,
    FailLevel failLevel,
    boolean fails,
    CoverageLines coverage) {

  private static final String SCHEMA = "urn:pveplan:report:1";
  private static final int FORMAT_VERSION = 1;

  static JsonDocument of(Contents contents) {
    Report report = contents.report();
    return new JsonDocument(
        SCHEMA,
        FORMAT_VERSION,
        contents.cluster(),
        new Counts(
            report.count(Severity.ERROR),
            report.count(Severity.WARNING),
            report.count(Severity.INFO),
            contents.suppressed().size(),
            report.undecided().size(),
            report.subjects()),
        report.findings().stream().map(JsonDocument::line).toList(),
        contents.suppressed().stream()
            .map(it -> new AcceptedLine(
                line(it.finding()), it.by(), it.reason(), it.waiver().map(JsonDocument::line)))
            .toList(),
        report.undecided().stream().map(JsonDocument::line).toList(),
        report.results().stream().map(JsonDocument::line).toList(),
        report.adjustments().stream().map(JsonDocument::line).toList(),
        report.gone(),
        report.profile(),
        report.failLevel(),
        report.fails(),
        lines(report.coverage()));
  }

  private static FindingLine line(Finding finding) {
    return new FindingLine(
        finding.key(),
        finding.ruleId(),
        finding.severity(),
        finding.subject().toString(),
        finding.message(),
        finding.evidence(),
        finding.remedy(),
        finding.sources(),
        finding.declaredAt().map(JsonDocument::line));
  }

  private static WaiverLine line(Waiver waiver) {
    return new WaiverLine(
        waiver.key(),
        waiver.reason(),
        waiver.owner(),
        waiver.until().toString(),
        waiver.ticket(),
        waiver.declaredAt().map(JsonDocument::line));
  }

  private static CodeLine line(Origin origin) {
    return new CodeLine(origin.className(), origin.file(), origin.line());
  }

  private static UndecidedLine line(Undecided undecided) {
    return new UndecidedLine(
        undecided.ruleId(), undecided.subject().toString(), undecided.missingFacts());
  }

  private static RuleLine line(RuleResult result) {
    return new RuleLine(
        result.rule().id(),
        result.severity(),
        result.rule().summary(),
        result.outcome(),
        result.subjects().size(),
        result.passed(),
        result.findings().size(),
        result.undecided().size(),
        result.waived().size() + result.known().size(),
        result.notApplicable());
  }

  private static AdjustmentLine line(Adjustment adjustment) {
    return new AdjustmentLine(adjustment.ruleId(), adjustment.change(), adjustment.reason());
  }

  private static CoverageLines lines(Coverage coverage) {
    return new CoverageLines(
        coverage.parts(),
        coverage.lookedAt(),
        coverage.withinOthers(),
        coverage.kinds().stream()
            .map(it -> new KindLine(
                it.kind(), it.parts(), it.lookedAt(), it.withinOthers(), texts(it.notLookedAt())))
            .toList(),
        coverage.missingFacts().stream()
            .map(it -> new FactLine(it.fact(), it.rules(), texts(it.subjects())))
            .toList());
  }

  private static List<String> texts(List<PlanPath> paths) {
    return paths.stream().map(PlanPath::toString).toList();
  }

  record Counts(int errors, int warnings, int infos, int accepted, int undecided, int subjects) {}

  record FindingLine(
      String key,
      String rule,
      Severity severity,
      String subject,
      String message,
      Map<String, Object> evidence,
      String remedy,
      List<String> sources,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CodeLine> declaredAt) {}

  record CodeLine(
      @JsonProperty("class") @JsonInclude(JsonInclude.Include.NON_EMPTY)
      String className,

      String file,
      int line) {}

  record AcceptedLine(
      FindingLine finding,
      String by,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<WaiverLine> waiver) {}

  record WaiverLine(
      String key,
      String reason,
      String owner,
      String until,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> ticket,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CodeLine> declaredAt) {}

  record UndecidedLine(String rule, String subject, List<String> missingFacts) {}

  record RuleLine(
      String id,
      Severity severity,
      String summary,
      Outcome outcome,
      int subjects,
      int passed,
      int findings,
      int undecided,
      int accepted,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> notApplicable) {}

  record AdjustmentLine(
      String rule,
      String change,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason) {}

  record CoverageLines(
      int parts,
      int lookedAt,
      int withinOthers,
      List<KindLine> kinds,
      List<FactLine> missingFacts) {}

  record KindLine(
      String kind, int parts, int lookedAt, int withinOthers, List<String> notLookedAt) {}

  record FactLine(String fact, List<String> rules, List<String> subjects) {}
}
