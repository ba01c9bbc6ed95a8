package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.rules.failure.report.SurvivalReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/failure.md shows is compiled and computed. */
class FailurePageTest {

  private final String page = read(Path.of("..", "docs", "failure.md"));

  @Test
  void its_code_is_in_the_samples() {
    String source = packed(
        read(Path.of("src", "main", "java", "io", "pveplan", "samples", "FailurePage.java")));

    assertThat(blocks("java"))
        .hasSize(6)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void what_it_shows_is_computed() {
    SurvivalReport report = FailurePage.report();

    assertThat(blocks("text")).hasSize(2);
    assertThat(report.toText()).startsWith(blocks("text").get(0));
    assertThat(report.guestsToText()).isEqualTo(blocks("text").get(1));
  }

  @Test
  void the_smallest_failure_is_told() {
    assertThat(FailurePage.ask()).isEqualTo("node/pve2: [103 pve2 down with its node]");
  }

  @Test
  void the_maintenance_is_planned() {
    assertThat(FailurePage.drain())
        .containsExactly("1: 102 pve2 -> pve3 live by HA, 8GiB", "2: 103 pve2 -> pve1 live, 8GiB");
    assertThat(blocks("markdown"))
        .hasSize(2)
        .allSatisfy(block -> assertThat(FailurePage.runbook()).contains(block));
    assertThat(blocks("sh"))
        .hasSize(1)
        .allSatisfy(
            block -> assertThat(FailurePage.runbook()).contains("\n```\n" + block + "```\n"));
  }

  private List<String> blocks(String language) {
    Matcher fence = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(page);
    List<String> blocks = new ArrayList<>();
    while (fence.find()) {
      blocks.add(fence.group(1));
    }
    return blocks;
  }

  // The page breaks lines for readers, the formatter for itself.
  private static String packed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
