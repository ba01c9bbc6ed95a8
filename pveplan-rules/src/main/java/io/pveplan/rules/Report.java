package io.pveplan.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.report.Coverage;
import io.pveplan.rules.report.ReportFormat;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of a rule book say about a plan.
 *
 * <pre>{@code
 * Report report = RuleBook.standard().check(plan);
 * System.out.print(report.toText());
 * report.writeTo(Path.of("target/plan"));
 * assertThat(report.errors()).isEmpty();
 * }</pre>
 *
 * <p>The same plan and rule book give the same report, byte for byte.
 *
 * @since 0.1
 */
public final class Report {

  private final ResolvedPlan plan;
  private final List<RuleResult> results;
  private final List<Finding> findings;
  private final List<Undecided> undecided;
  private final List<Adjustment> adjustments;

  Report(ResolvedPlan plan, List<RuleResult> results, List<Adjustment> adjustments) {
    this.plan = plan;
    this.results = List.copyOf(results);
    this.findings = results.stream()
        .flatMap(r -> r.findings().stream())
        .sorted(Finding.ORDER)
        .toList();
    this.undecided = results.stream()
        .flatMap(r -> r.undecided().stream())
        .sorted(Comparator.comparing(Undecided::ruleId).thenComparing(Undecided::subject))
        .toList();
    this.adjustments = List.copyOf(adjustments);
  }

  /** {@return the plan that was checked} */
  public ResolvedPlan plan() {
    return plan;
  }

  /** {@return result of each rule that ran, by id} */
  public List<RuleResult> results() {
    return results;
  }

  /**
   * Result of one rule, absent if it did not run.
   *
   * @param ruleId id of the rule
   * @return what the rule said
   */
  public Optional<RuleResult> result(String ruleId) {
    return results.stream().filter(r -> r.rule().id().equals(ruleId)).findFirst();
  }

  /** {@return findings of all rules: worst first, then by rule, then by subject} */
  public List<Finding> findings() {
    return findings;
  }

  /** {@return findings that are errors} */
  public List<Finding> errors() {
    return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }

  /** {@return whether a finding is an error} */
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /** {@return what could not be judged, by rule and subject} */
  public List<Undecided> undecided() {
    return undecided;
  }

  /** {@return what the user changed in the rule book, by rule} */
  public List<Adjustment> adjustments() {
    return adjustments;
  }

  /**
   * Number of findings of a severity.
   *
   * @param severity exactly this one, not those above it
   * @return how many findings
   */
  public int count(Severity severity) {
    return (int) findings.stream().filter(f -> f.severity() == severity).count();
  }

  /**
   * Number of rules that ended in a certain way.
   *
   * @param outcome how they ended
   * @return how many rules
   */
  public int count(Outcome outcome) {
    return (int) results.stream().filter(r -> r.outcome() == outcome).count();
  }

  /** {@return number of different subjects that at least one rule looked at} */
  public int subjects() {
    return (int) results.stream().flatMap(r -> r.subjects().stream()).distinct().count();
  }

  /** {@return what of the plan the rules looked at, and what they could not judge} */
  public Coverage coverage() {
    return Coverage.of(this);
  }

  /**
   * Writes the report in a form.
   *
   * @param format one of {@link ReportFormat}, or one of your own
   * @return the whole file, ending in a line break
   */
  public String to(ReportFormat format) {
    return format.write(this);
  }

  /**
   * The report for a console: findings with remedy and line of code, missing facts, then the
   * counts. {@link ReportFormat#TEXT} says in addition what no rule looked at.
   *
   * @return the text, ending in a line break
   */
  public String toText() {
    return to(ReportFormat.TEXT.withoutCoverage());
  }

  /** {@return the report as a JSON document, ending in a line break} */
  public String toJson() {
    return to(ReportFormat.JSON);
  }

  /**
   * Writes the report in all {@linkplain ReportFormat#STANDARD standard forms}, replacing what is
   * there: {@code checks/report.txt}, {@code .json}, {@code .sarif}, {@code .xml} (JUnit), {@code
   * .md} and {@code .html}.
   *
   * @param directory where the {@code checks} directory lies or is made, usually that of the
   *     rendered bundle
   * @return the files written
   * @throws UncheckedIOException if they can not be written
   */
  public List<Path> writeTo(Path directory) {
    return writeTo(directory, ReportFormat.STANDARD);
  }

  /**
   * Writes the report in some forms, each to the file in {@code checks} that it names, replacing
   * what is there.
   *
   * @param directory where the {@code checks} directory lies or is made
   * @param formats the forms; two that name the same file are refused, and so is a name with a path
   * @return the files written, in the order of the forms
   * @throws IllegalArgumentException if two forms have one file name, or it is no plain name
   * @throws UncheckedIOException if they can not be written
   */
  public List<Path> writeTo(Path directory, List<? extends ReportFormat> formats) {
    return ReportFiles.write(this, directory.resolve("checks"), formats);
  }

  /** The counts in one line, for debugging and assertions. */
  @Override
  public String toString() {
    return number(Severity.ERROR, "error")
        + ", "
        + number(Severity.WARNING, "warning")
        + ", "
        + number(Severity.INFO, "info")
        + ", "
        + undecided.size()
        + " undecided";
  }

  private String number(Severity severity, String noun) {
    int count = count(severity);
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
