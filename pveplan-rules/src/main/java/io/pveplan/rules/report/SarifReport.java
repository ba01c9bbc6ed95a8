package io.pveplan.rules.report;

import io.pveplan.rules.Report;
import io.pveplan.rules.internal.JsonText;
import java.util.Optional;

/**
 * The report in SARIF 2.1.0, which development environments open and code scanning takes.
 *
 * <pre>{@code
 * // io/acme/ProdCluster.java
 * report.to(ReportFormat.SARIF);
 *
 * // src/main/java/io/acme/ProdCluster.java
 * report.to(ReportFormat.SARIF.sourceRoot("src/main/java"));
 *
 * // plans/prod.yaml, for a plan that was read from it
 * report.to(ReportFormat.SARIF.planFile("plans/prod.yaml"));
 *
 * ReportFormat.SARIF.sourceRoot("/home/me/project");  // refused: absolute
 * }</pre>
 *
 * <p>Every rule that ran is in the tool's list of rules; every finding is a result at its line of
 * Java and its place in the plan; accepted findings are suppressed results; what could not be
 * judged, which rules are not applicable and why, and what was changed in the rule book, are
 * notifications. A rule without any of these has passed. The properties of the run count how the
 * rules ended and how much of the plan they looked at. Keys of a baseline that are {@linkplain
 * Report#gone() found no more} are left out: SARIF has the state {@code absent} for them, but on a
 * result, which needs a message (SARIF 2.1.0, sections 3.27.11 and 3.27.24), and a baseline holds
 * keys alone.
 *
 * <p>Paths are relative to the base
 * {@code SRCROOT}. Code scanning takes that for the root of the repository and ignores what else
 * the file says of it (GitHub docs, SARIF support for code scanning), therefore the source root
 * stands in each path.
 *
 * @since 0.1
 */
public final class SarifReport implements ReportFormat {

  private final String sourceRoot;
  private final Optional<String> planFile;

  SarifReport() {
    this("", Optional.empty());
  }

  private SarifReport(String sourceRoot, Optional<String> planFile) {
    this.sourceRoot = sourceRoot;
    this.planFile = planFile;
  }

  /**
   * Says where the Java sources lie.
   *
   * @param directory path from the root of the repository, with slashes
   * @return the form with that directory before each source file
   * @throws IllegalArgumentException if the path is empty, absolute or leads out of the repository
   */
  public SarifReport sourceRoot(String directory) {
    return new SarifReport(SarifUri.directory(directory), planFile);
  }

  /**
   * Says which file stands for the findings that have no line of Java.
   *
   * @param file path from the root of the repository, with slashes
   * @return the form with that file as location of these findings
   * @throws IllegalArgumentException if the path is empty, absolute or leads out of the repository
   */
  public SarifReport planFile(String file) {
    return new SarifReport(sourceRoot, Optional.of(SarifUri.file(file)));
  }

  @Override
  public String fileName() {
    return "report.sarif";
  }

  @Override
  public String mediaType() {
    return "application/sarif+json";
  }

  @Override
  public String write(Report report) {
    return write(Contents.of(report));
  }

  String write(Contents contents) {
    return JsonText.of(new SarifRun(contents, new SarifPlaces(sourceRoot, planFile)).log());
  }
}
