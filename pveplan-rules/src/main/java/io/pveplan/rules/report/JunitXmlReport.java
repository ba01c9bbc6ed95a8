package io.pveplan.rules.report;

import io.pveplan.rules.FailLevel;
import io.pveplan.rules.Report;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * The report as JUnit XML, which build servers show as test results.
 *
 * <pre>{@code
 * report.to(ReportFormat.JUNIT_XML);
 * report.to(ReportFormat.JUNIT_XML.failingFrom(Severity.WARNING));
 * }</pre>
 *
 * <p>There is a test suite for each area of rules ({@code NET} has the rules {@code NET-001},
 * {@code NET-002} ..) and a test case for each rule and subject it looked at. A test case fails for
 * what the plan fails for by the {@linkplain Report#failLevel() level of the rule book}, unless a
 * severity is given; it is skipped if it could not be decided, or if its finding is accepted; else
 * it has passed, and what was found stands in its output. A rule that is not applicable has one
 * skipped test case that says why.
 *
 * <p>The last suite, {@code coverage}, has one test case, skipped if there is something in the plan
 * that no rule looked at. Keys of a baseline that are {@linkplain Report#gone() found no more} are
 * left out: there is nothing to test any more.
 *
 * @since 0.1
 */
public final class JunitXmlReport implements ReportFormat {

  private final Optional<FailLevel> level;

  JunitXmlReport() {
    this(Optional.empty());
  }

  private JunitXmlReport(Optional<FailLevel> level) {
    this.level = level;
  }

  /**
   * Says which findings are failed tests, whatever the level of the rule book.
   *
   * @param severity the mildest severity that fails
   * @return the form with these failures
   */
  public JunitXmlReport failingFrom(Severity severity) {
    FailLevel from = switch (severity) {
      case ERROR -> FailLevel.ERROR;
      case WARNING -> FailLevel.WARNING;
      case INFO -> FailLevel.INFO;
    };
    return new JunitXmlReport(Optional.of(from));
  }

  @Override
  public String fileName() {
    return "report.xml";
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public String write(Report report) {
    return write(Contents.of(report));
  }

  String write(Contents contents) {
    return JunitSuites.of(contents, level.orElseGet(contents.report()::failLevel))
        .write();
  }
}
