package io.pveplan.rules.report;

import io.pveplan.rules.Report;
import java.util.List;

/**
 * A form in which a report is written. Meant to be implemented.
 *
 * <pre>{@code
 * report.to(ReportFormat.MARKDOWN);
 * report.to(ReportFormat.TEXT.width(100).colored());
 * report.to(ReportFormat.SARIF.sourceRoot("src/test/java"));
 * report.writeTo(Path.of("target/plan"));                              // all of STANDARD
 * report.writeTo(Path.of("target/plan"), List.of(new OpenQuestions()));
 *
 * final class OpenQuestions implements ReportFormat {
 *
 *   public String fileName() {
 *     return "questions.txt";
 *   }
 *
 *   public String mediaType() {
 *     return "text/plain; charset=utf-8";
 *   }
 *
 *   public String write(Report report) {
 *     StringBuilder text = new StringBuilder();
 *     for (MissingFact missing : report.coverage().missingFacts()) {
 *       text.append(missing.fact()).append('\n');
 *     }
 *     return text.toString();
 *   }
 * }
 * }</pre>
 *
 * <p>A format keeps no state and reads nothing but the report: the same report gives the same text.
 *
 * @since 0.1
 */
public interface ReportFormat {

  /** For people at a console and for log files: {@code report.txt}. */
  TextReport TEXT = new TextReport();

  /** For programs: {@code report.json}, by the schema that {@link JsonReport#schema()} gives. */
  JsonReport JSON = new JsonReport();

  /** For development environments and code scanning: {@code report.sarif}, SARIF 2.1.0. */
  SarifReport SARIF = new SarifReport();

  /** For build servers: {@code report.xml}, a test case for each rule and subject. */
  JunitXmlReport JUNIT_XML = new JunitXmlReport();

  /** For merge requests and wikis: {@code report.md}, GitHub Flavored Markdown. */
  ReportFormat MARKDOWN = new MarkdownReport();

  /** For people who have nothing but a browser: {@code report.html}, one file without scripts. */
  ReportFormat HTML = new HtmlReport();

  /** The forms above, which {@link Report#writeTo(java.nio.file.Path)} writes. */
  List<ReportFormat> STANDARD = List.of(TEXT, JSON, SARIF, JUNIT_XML, MARKDOWN, HTML);

  /** {@return name of the file in the directory {@code checks}: {@code report.txt}, no path} */
  String fileName();

  /** {@return media type with character set, {@code text/plain; charset=utf-8}} */
  String mediaType();

  /**
   * Writes a report.
   *
   * @param report what the rules say
   * @return the whole file, ending in a line break
   */
  String write(Report report);
}
