package io.pveplan.samples.assertions;

import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** What a test demands of a report; the report is shown when it does not hold. */
public final class ReportAssert extends AbstractAssert<ReportAssert, Report> {

  ReportAssert(Report report) {
    super(report, ReportAssert.class);
  }

  /** No finding is an error. */
  public ReportAssert hasNoErrors() {
    return holds(!actual.hasErrors(), "no errors");
  }

  /** Nothing is found; what could not be decided does not matter. */
  public ReportAssert hasNoFindings() {
    return holds(actual.findings().isEmpty(), "no findings");
  }

  /** Nothing was left undecided for want of a fact. */
  public ReportAssert decidesEverything() {
    return holds(actual.undecided().isEmpty(), "nothing undecided");
  }

  /** These keys are reported, in any order, and no others. */
  public ReportAssert reportsExactly(String... keys) {
    return holds(keys().equals(sorted(keys)), "exactly " + sorted(keys));
  }

  /** These keys are reported, among others. */
  public ReportAssert reports(String... keys) {
    return holds(keys().containsAll(List.of(keys)), "among others " + sorted(keys));
  }

  private List<String> keys() {
    return actual.findings().stream().map(Finding::key).sorted().toList();
  }

  private static List<String> sorted(String... keys) {
    return Arrays.stream(keys).sorted().toList();
  }

  private ReportAssert holds(boolean held, String expected) {
    isNotNull();
    if (!held) {
      failWithMessage("expected %s, got %s%n%n%s", expected, keys(), actual.toText());
    }
    return this;
  }
}
