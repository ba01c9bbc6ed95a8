package com.example.acme.plan;

import static org.assertj.core.api.Assertions.fail;

import io.pveplan.rules.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The gate: writes the reports, and stops the build when the plan fails. */
class AcmePlanTest {

  @Test
  void the_plan_is_fit_to_be_built() throws IOException {
    LocalDate today = LocalDate.parse(System.getProperty("acme.today"));

    Report report = AcmePlanCheck.on(today);

    AcmePlanCheck.write(report, Path.of("target"));
    if (report.fails()) {
      fail(report.toText());
    }
  }
}
