package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.rules.failure.report.SurvivalReport;
import org.junit.jupiter.api.Test;

/** What docs/failure.md shows is compiled and computed. */
class FailurePageTest {

  private final Page page = Page.named("failure.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(6, "FailurePage");
  }

  @Test
  void what_it_shows_is_computed() {
    SurvivalReport report = FailurePage.report();

    assertThat(page.blocks("text")).hasSize(2);
    assertThat(report.toText()).startsWith(page.blocks("text").get(0));
    assertThat(report.guestsToText()).isEqualTo(page.blocks("text").get(1));
  }

  @Test
  void the_smallest_failure_is_told() {
    assertThat(FailurePage.ask()).isEqualTo("node/pve2: [103 pve2 down with its node]");
  }

  @Test
  void the_maintenance_is_planned() {
    assertThat(FailurePage.drain())
        .containsExactly("1: 102 pve2 -> pve3 live by HA, 8GiB", "2: 103 pve2 -> pve1 live, 8GiB");
    assertThat(page.blocks("markdown"))
        .hasSize(2)
        .allSatisfy(block -> assertThat(FailurePage.runbook()).contains(block));
    assertThat(page.blocks("sh"))
        .hasSize(1)
        .allSatisfy(
            block -> assertThat(FailurePage.runbook()).contains("\n```\n" + block + "```\n"));
  }
}
