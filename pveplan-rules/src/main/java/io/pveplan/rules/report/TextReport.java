package io.pveplan.rules.report;

import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import io.pveplan.rules.RuleResult;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The report as plain text: findings with their key, remedy and line of code, missing facts, accepted
 * findings, why rules are not applicable, changes in the rule book, what no rule looked at, then the
 * verdict with the counts. The findings of a rule that share a remedy tell it once.
 *
 * <pre>{@code
 * report.to(ReportFormat.TEXT.width(100).colored());
 * ReportFormat.TEXT.width(10);  // refused: less than 40 columns
 * }</pre>
 *
 * <p>Without options lines are as long as they are, and there are no colors: the library does not
 * look at the terminal.
 *
 * @since 0.1
 */
public final class TextReport implements ReportFormat {

  private static final int NARROWEST = 40;

  private final OptionalInt width;
  private final boolean colored;
  private final boolean coverage;

  TextReport() {
    this(OptionalInt.empty(), false, true);
  }

  private TextReport(OptionalInt width, boolean colored, boolean coverage) {
    this.width = width;
    this.colored = colored;
    this.coverage = coverage;
  }

  /**
   * Breaks lines between words, so that they fit into a terminal. A word that is longer than a line
   * stays whole.
   *
   * @param columns width of the terminal, at least 40
   * @return the text in that width
   * @throws IllegalArgumentException if it is narrower than 40 columns
   */
  public TextReport width(int columns) {
    if (columns < NARROWEST) {
      throw new IllegalArgumentException(
          "a report needs a width of at least " + NARROWEST + " columns, not " + columns);
    }
    return new TextReport(OptionalInt.of(columns), colored, coverage);
  }

  /** {@return the text with ANSI escape sequences: severities in color, keys in bold} */
  public TextReport colored() {
    return new TextReport(width, true, coverage);
  }

  /** {@return the text without what no rule looked at} */
  public TextReport withoutCoverage() {
    return new TextReport(width, colored, false);
  }

  @Override
  public String fileName() {
    return "report.txt";
  }

  @Override
  public String mediaType() {
    return "text/plain; charset=utf-8";
  }

  @Override
  public String write(Report report) {
    return write(Contents.of(report));
  }

  String write(Contents contents) {
    Report report = contents.report();
    ConsoleText text = new ConsoleText(width, colored);
    append(text, report.findings());
    text.section(
        "undecided, the plan does not say:",
        Coverage.missingFacts(report.undecided()).stream().map(TextReport::line).toList());
    text.section(
        "accepted:", contents.suppressed().stream().map(TextReport::line).toList());
    text.section(
        "not applicable:",
        report.results().stream().flatMap(it -> line(it).stream()).toList());
    text.section("in the baseline and found no more:", report.gone());
    text.section("changed in the rule book:", contents.changes());
    if (coverage) {
      append(text, report.coverage());
    }
    text.blankLine();
    text.line(
        0, Span.plain("cluster " + contents.cluster() + " " + contents.verdict() + ": " + report));
    text.line(0, Span.plain(contents.rulesLine()));
    return text.toString();
  }

  private static void append(ConsoleText text, List<Finding> findings) {
    Optional<Finding> before = Optional.empty();
    for (Finding finding : findings) {
      if (before.map(Finding::severity).filter(it -> it != finding.severity()).isPresent()) {
        text.blankLine();
      }
      append(text, finding, before.filter(it -> sameRemedy(it, finding)).isPresent());
      before = Optional.of(finding);
    }
  }

  private static boolean sameRemedy(Finding one, Finding other) {
    return one.ruleId().equals(other.ruleId()) && one.remedy().equals(other.remedy());
  }

  private static void append(ConsoleText text, Finding finding, boolean remedyKnown) {
    text.line(
        6,
        new Span(style(finding.severity()), finding.severity().toString()),
        Span.plain(" "),
        new Span(Span.Style.STRONG, finding.key()),
        Span.plain(": " + finding.message()));
    text.line(9, Span.plain("      -> " + (remedyKnown ? "as above" : finding.remedy())));
    finding
        .declaredAt()
        .ifPresent(line -> text.line(6, new Span(Span.Style.FAINT, "      (" + line + ")")));
  }

  private static void append(ConsoleText text, Coverage coverage) {
    List<String> lines = Contents.notLookedAt(coverage);
    String line = Contents.coverageLine(coverage);
    if (lines.isEmpty()) {
      text.blankLine();
      text.line(0, Span.plain(line));
    } else {
      text.section(line + "; no rule looked at:", lines);
    }
  }

  private static String line(MissingFact missing) {
    return missing.fact() + ": " + String.join(", ", missing.rules()) + " on "
        + Names.some(missing.subjects());
  }

  private static Optional<String> line(RuleResult result) {
    return result.notApplicable().map(why -> result.rule().id() + ": " + why);
  }

  private static String line(SuppressedFinding suppressed) {
    Finding finding = suppressed.finding();
    return finding.severity() + " " + finding.key() + ": " + finding.message() + " ("
        + suppressed.how() + ")";
  }

  private static Span.Style style(Severity severity) {
    return switch (severity) {
      case ERROR -> Span.Style.ERROR;
      case WARNING -> Span.Style.WARNING;
      case INFO -> Span.Style.INFO;
    };
  }
}
