package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import io.pveplan.rules.RuleBook;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/local-storage.md shows is compiled, rendered and found. */
class LocalStoragePageTest {

  private final Page page = Page.named("local-storage.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(2, "LocalStoragePage");
  }

  @Test
  void its_commands_and_jobs_are_those_that_are_rendered() {
    Map<String, String> files = Bundle.render(LocalStoragePage.plan("*/5")).toMap();

    assertThat(page.blocks("sh")).hasSize(3);
    assertThat(files.get("nodes/pve1/12-zfs-pools.sh"))
        .contains(page.blocks("sh").get(0));
    assertThat(files.get("nodes/pve1/12-lvm-thin.sh"))
        .contains(page.blocks("sh").get(1));
    assertThat(files.get("cluster/24-replication.sh"))
        .contains(page.blocks("sh").get(2));
    assertThat(page.blocks("ini")).containsExactly(files.get("cluster/etc/pve/replication.cfg"));
  }

  @Test
  void its_sizes_are_those_that_are_rendered() {
    String sizes = Bundle.render(LocalStoragePage.plan("*/5")).toMap().get("storage-sizes.md");

    assertThat(sizes.lines().filter(line -> line.startsWith("| pve1 |")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(page.text()).contains(line));
  }

  @Test
  void its_finding_is_that_of_a_schedule_too_rare() {
    assertThat(page.blocks("text")).hasSize(1);
    assertThat(report("*/15")).contains(page.blocks("text").get(0));
    assertThat(report("*/5")).doesNotContain("WARNING LOC-");
  }

  private static String report(String schedule) {
    return RuleBook.standard().check(LocalStoragePage.plan(schedule)).toText();
  }
}
