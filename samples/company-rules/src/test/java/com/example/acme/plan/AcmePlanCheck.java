package com.example.acme.plan;

import io.pveplan.rules.Report;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.report.ReportFormat;
import io.pveplan.rules.waiver.Waivers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The check of the cluster: the rules there are, as Acme wants them, without what is accepted for now. */
final class AcmePlanCheck {

  private AcmePlanCheck() {}

  static Report on(LocalDate today) throws IOException {
    return RuleBook.standard()
        .configured(Files.readString(Path.of("acme-rule-book.yaml")), "acme-rule-book.yaml")
        .waiving(
            Waivers.read(Files.readString(Path.of("acme-waivers.yaml")), "acme-waivers.yaml"),
            today)
        .check(AcmeCluster.plan());
  }

  /** Writes {@code checks/report.sarif}, {@code .xml} for the build server, and {@code .html} to be read. */
  static List<Path> write(Report report, Path directory) {
    return report.writeTo(
        directory,
        List.of(
            ReportFormat.SARIF.sourceRoot("src/test/java"),
            ReportFormat.JUNIT_XML,
            ReportFormat.HTML));
  }
}
