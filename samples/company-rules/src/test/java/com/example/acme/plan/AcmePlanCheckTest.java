package com.example.acme.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pveplan.rules.Finding;
import io.pveplan.rules.Report;
import io.pveplan.rules.waiver.WaivedFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gate lets through, what it stops, and what it leaves for other programs. */
class AcmePlanCheckTest {

  private static final LocalDate WINTER = LocalDate.of(2026, 1, 15);
  private static final LocalDate SUMMER = LocalDate.of(2026, 7, 1);

  @Test
  void what_is_accepted_does_not_stop_the_build() throws IOException {
    Report report = AcmePlanCheck.on(WINTER);

    assertThat(report.fails()).isFalse();
    assertThat(report.waived())
        .extracting(WaivedFinding::finding)
        .extracting(Finding::key)
        .containsExactly("ACME-003[guest/2050/net0]", "NODE-011[node/muc1-pve03]");
  }

  @Test
  void when_a_waiver_has_ended_the_build_stops() throws IOException {
    Report report = AcmePlanCheck.on(SUMMER);

    assertThat(report.fails()).isTrue();
    assertThat(report.findings())
        .extracting(Finding::key)
        .contains("ACME-003[guest/2050/net0]", "WVR-001[waiver/ACME-003[guest/2050]");
  }

  @Test
  void the_settings_of_the_house_stand_in_the_report() throws IOException {
    assertThat(AcmePlanCheck.on(WINTER).adjustments())
        .extracting(Object::toString)
        .contains(
            "ACME-002 reports ERROR instead of WARNING: since 2026 controlling takes no bill with an open line",
            "ACME-003 has guestVlans 2100-2199 instead of 2000-2499");
  }

  @Test
  void code_scanning_is_told_rule_file_and_line(@TempDir Path directory) throws IOException {
    List<Path> written = AcmePlanCheck.write(AcmePlanCheck.on(SUMMER), directory);

    assertThat(written)
        .extracting(directory::relativize)
        .containsExactly(
            Path.of("checks", "report.sarif"),
            Path.of("checks", "report.xml"),
            Path.of("checks", "report.html"));
    JsonNode results = JsonMapper.shared().readTree(written.get(0)).at("/runs/0/results");
    assertThat(results.values())
        .filteredOn(result -> result.at("/suppressions").isEmpty())
        .extracting(result -> result.at("/ruleId").asString(), AcmePlanCheckTest::declaredIn)
        .contains(
            tuple("ACME-003", ".nic(\"vmbr1\", vlan(2310)));"),
            tuple("WVR-001", "- key: \"ACME-003[guest/2050\""));
  }

  // The text at the place that code scanning opens.
  private static String declaredIn(JsonNode result) {
    JsonNode place = result.at("/locations/0/physicalLocation");
    Path file = Path.of(place.at("/artifactLocation/uri").asString());
    try {
      return Files.readAllLines(file)
          .get(place.at("/region/startLine").asInt() - 1)
          .strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
