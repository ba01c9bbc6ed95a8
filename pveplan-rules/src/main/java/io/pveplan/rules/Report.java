package io.pveplan.rules;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.rules.baseline.Baseline;
import io.pveplan.rules.report.Coverage;
import io.pveplan.rules.report.ReportFormat;
import io.pveplan.rules.settings.Profile;
import io.pveplan.rules.waiver.WaivedFinding;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

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

  private static final List<Severity> WORST_FIRST =
      Stream.of(Severity.values()).sorted(Comparator.reverseOrder()).toList();

  private final ResolvedPlan plan;
  private final List<RuleResult> results;
  private final List<Finding> findings;
  private final List<Undecided> undecided;
  private final List<WaivedFinding> waived;
  private final List<Finding> known;
  private final List<String> gone;
  private final List<Adjustment> adjustments;
  private final Settings settings;

  Report(
      ResolvedPlan plan,
      List<RuleResult> results,
      List<Adjustment> adjustments,
      Settings settings,
      List<String> gone) {
    this.plan = plan;
    this.results = List.copyOf(results);
    this.findings = findings(results);
    this.undecided = results.stream()
        .flatMap(r -> r.undecided().stream())
        .sorted(Comparator.comparing(Undecided::ruleId).thenComparing(Undecided::subject))
        .toList();
    this.waived = results.stream()
        .flatMap(r -> r.waived().stream())
        .sorted(Comparator.comparing(WaivedFinding::finding, Finding.ORDER))
        .toList();
    this.known =
        results.stream().flatMap(r -> r.known().stream()).sorted(Finding.ORDER).toList();
    this.gone = List.copyOf(gone);
    this.adjustments = List.copyOf(adjustments);
    this.settings = settings;
  }

  // Rules come by id and have their findings in order: taken by severity there is hardly anything
  // left to sort.
  private static List<Finding> findings(List<RuleResult> results) {
    List<Finding> findings = new ArrayList<>();
    for (Severity severity : WORST_FIRST) {
      for (RuleResult result : results) {
        for (Finding finding : result.findings()) {
          if (finding.severity() == severity) {
            findings.add(finding);
          }
        }
      }
    }
    findings.sort(Finding.ORDER);
    return List.copyOf(findings);
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

  /**
   * {@return findings of all rules that are neither waived nor known from a baseline: worst first,
   * then by rule, then by subject}
   */
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

  /** {@return findings a waiver is in force for, which do not count: in the order of findings} */
  public List<WaivedFinding> waived() {
    return waived;
  }

  /** {@return findings the baseline knows, which do not count: in the order of findings} */
  public List<Finding> known() {
    return known;
  }

  /**
   * Keys of the baseline that are found no more, so that it can do {@linkplain Baseline#without
   * without them}. Not among them is what could not be judged now, by a rule that did not run or is
   * undecided.
   *
   * @return the keys, sorted
   */
  public List<String> gone() {
    return gone;
  }

  /** {@return what the user changed in the rule book, by rule} */
  public List<Adjustment> adjustments() {
    return adjustments;
  }

  /** {@return what the rule book was set up for} */
  public Profile profile() {
    return settings.profile();
  }

  /** {@return from what on the plan fails, as the rule book says} */
  public FailLevel failLevel() {
    return settings.failLevel();
  }

  /** {@return whether the plan fails by the level of the rule book} */
  public boolean fails() {
    return fails(failLevel());
  }

  /**
   * Whether the plan fails. What is waived or known does not count.
   *
   * @param level from what on
   * @return whether there is something of this level or worse
   */
  public boolean fails(FailLevel level) {
    return switch (level) {
      case NEVER -> false;
      case ERROR -> hasErrors();
      case WARNING -> hasErrors() || count(Severity.WARNING) > 0;
      case INFO -> !findings.isEmpty();
      case UNDECIDED -> !findings.isEmpty() || !undecided.isEmpty();
    };
  }

  /**
   * The same report seen from a baseline: what it knows is kept apart.
   *
   * @param baseline what was found before; it replaces the one of the rule book
   * @return the report with only the new findings among {@link #findings()}
   */
  public Report since(Baseline baseline) {
    List<RuleResult> apart =
        results.stream().map(result -> result.since(baseline)).toList();
    return new Report(plan, apart, adjustments, settings, gone(baseline));
  }

  private List<String> gone(Baseline baseline) {
    SortedSet<String> gone = new TreeSet<>();
    Set<String> ran = new HashSet<>();
    results.forEach(result -> ran.add(result.rule().id()));
    baseline.keys().stream()
        .filter(key -> ran.contains(key.substring(0, key.indexOf('['))))
        .forEach(gone::add);
    for (RuleResult result : results) {
      result.reported().forEach(finding -> gone.remove(finding.key()));
      result.undecided().forEach(open -> gone.remove(open.ruleId() + "[" + open.subject() + "]"));
    }
    return List.copyOf(gone);
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
        + " undecided"
        + lacking()
        + ifAny(waived.size(), "waived")
        + ifAny(known.size(), "known");
  }

  private String lacking() {
    if (undecided.isEmpty()) {
      return "";
    }
    long subjects = undecided.stream().map(Undecided::subject).distinct().count();
    long facts = undecided.stream()
        .flatMap(open -> open.missingFacts().stream())
        .distinct()
        .count();
    return " (%d %s %d fact%s)"
        .formatted(
            subjects,
            subjects == 1 ? "subject lacks" : "subjects lack",
            facts,
            facts == 1 ? "" : "s");
  }

  private static String ifAny(int count, String what) {
    return count == 0 ? "" : ", " + count + " " + what;
  }

  private String number(Severity severity, String noun) {
    int count = count(severity);
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
