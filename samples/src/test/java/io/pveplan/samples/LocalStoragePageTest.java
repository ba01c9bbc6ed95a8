package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import io.pveplan.rules.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/local-storage.md shows is compiled, rendered and found. */
class LocalStoragePageTest {

  private final String page = read(Path.of("..", "docs", "local-storage.md"));

  @Test
  void its_code_is_in_the_samples() {
    String source = packed(
        read(Path.of("src", "main", "java", "io", "pveplan", "samples", "LocalStoragePage.java")));

    assertThat(blocks("java"))
        .hasSize(2)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void its_commands_and_jobs_are_those_that_are_rendered() {
    Map<String, String> files = Bundle.render(LocalStoragePage.plan("*/5")).toMap();

    assertThat(blocks("sh")).hasSize(3);
    assertThat(files.get("nodes/pve1/12-zfs-pools.sh")).contains(blocks("sh").get(0));
    assertThat(files.get("nodes/pve1/12-lvm-thin.sh")).contains(blocks("sh").get(1));
    assertThat(files.get("cluster/24-replication.sh")).contains(blocks("sh").get(2));
    assertThat(blocks("ini")).containsExactly(files.get("cluster/etc/pve/replication.cfg"));
  }

  @Test
  void its_sizes_are_those_that_are_rendered() {
    String sizes = Bundle.render(LocalStoragePage.plan("*/5")).toMap().get("storage-sizes.md");

    assertThat(sizes.lines().filter(line -> line.startsWith("| pve1 |")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(page).contains(line));
  }

  @Test
  void its_finding_is_that_of_a_schedule_too_rare() {
    assertThat(blocks("text")).hasSize(1);
    assertThat(report("*/15")).contains(blocks("text").get(0));
    assertThat(report("*/5")).doesNotContain("WARNING LOC-");
  }

  private static String report(String schedule) {
    return RuleBook.standard().check(LocalStoragePage.plan(schedule)).toText();
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
