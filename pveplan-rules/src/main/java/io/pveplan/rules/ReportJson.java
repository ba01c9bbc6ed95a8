package io.pveplan.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.pveplan.model.Origin;
import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.waiver.WaivedFinding;
import io.pveplan.rules.waiver.Waiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lays out a report as JSON. The records are the document; a change of meaning raises the version.
 */
final class ReportJson {

  private static final int FORMAT_VERSION = 1;

  // The line break of the machine must not decide about the bytes.
  private static final ObjectWriter WRITER = JsonMapper.builder()
      .build()
      .writer()
      .with(new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private ReportJson() {}

  static String of(Report report) {
    return WRITER.writeValueAsString(new Document(
            FORMAT_VERSION,
            new Counts(
                report.count(Severity.ERROR),
                report.count(Severity.WARNING),
                report.count(Severity.INFO),
                report.waived().size() + report.known().size(),
                report.undecided().size(),
                report.subjects()),
            report.findings().stream().map(ReportJson::line).toList(),
            accepted(report),
            report.undecided().stream().map(ReportJson::line).toList(),
            report.results().stream().map(ReportJson::line).toList(),
            report.adjustments().stream().map(ReportJson::line).toList(),
            report.gone(),
            report.profile(),
            report.failLevel(),
            report.fails()))
        + "\n";
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
        finding.declaredAt().map(ReportJson::line));
  }

  private static List<AcceptedLine> accepted(Report report) {
    return Stream.concat(
            report.waived().stream().map(ReportJson::line),
            report.known().stream()
                .map(known -> new AcceptedLine(line(known), "baseline", Optional.empty())))
        .toList();
  }

  private static AcceptedLine line(WaivedFinding waived) {
    Waiver waiver = waived.waiver();
    return new AcceptedLine(
        line(waived.finding()),
        "waiver",
        Optional.of(new WaiverLine(
            waiver.key(),
            waiver.reason(),
            waiver.owner(),
            waiver.until().toString(),
            waiver.ticket(),
            waiver.declaredAt().map(ReportJson::line))));
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
        result.waived().size() + result.known().size());
  }

  private static AdjustmentLine line(Adjustment adjustment) {
    return new AdjustmentLine(adjustment.ruleId(), adjustment.change(), adjustment.reason());
  }

  private record Document(
      int formatVersion,
      Counts counts,
      List<FindingLine> findings,
      List<AcceptedLine> accepted,
      List<UndecidedLine> undecided,
      List<RuleLine> rules,
      List<AdjustmentLine> adjustments,
      List<String> gone,
      Profile profile,
      FailLevel failLevel,
      boolean fails) {}

  private record Counts(
      int errors, int warnings, int infos, int accepted, int undecided, int subjects) {}

  private record FindingLine(
      String key,
      String rule,
      Severity severity,
      String subject,
      String message,
      Map<String, Object> evidence,
      String remedy,
      List<String> sources,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CodeLine> declaredAt) {}

  private record CodeLine(
      @JsonProperty("class") @JsonInclude(JsonInclude.Include.NON_EMPTY)
      String className,

      String file,
      int line) {}

  private record AcceptedLine(
      FindingLine finding,
      String by,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<WaiverLine> waiver) {}

  private record WaiverLine(
      String key,
      String reason,
      String owner,
      String until,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> ticket,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<CodeLine> declaredAt) {}

  private record UndecidedLine(String rule, String subject, List<String> missingFacts) {}

  private record RuleLine(
      String id,
      Severity severity,
      String summary,
      Outcome outcome,
      int subjects,
      int passed,
      int findings,
      int undecided,
      int accepted) {}

  private record AdjustmentLine(
      String rule,
      String change,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> reason) {}
}
