package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
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

/** What docs/shared-storage.md shows is compiled, rendered and printed. */
class SharedStoragePageTest {

  private static final Map<String, String> FILES =
      Bundle.render(SanCluster.plan()).toMap();

  private final String page = read(Path.of("..", "docs", "shared-storage.md"));

  @Test
  void its_code_is_in_the_samples() {
    String source = packed(sample("SanCluster") + sample("SharedStoragePage"));

    assertThat(blocks("java"))
        .hasSize(5)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void the_files_it_shows_are_rendered() {
    assertThat(blocks("conf"))
        .hasSize(1)
        .allSatisfy(
            block -> assertThat(FILES.get("nodes/pve1/etc/multipath.conf")).isEqualTo(block));
    assertThat(blocks("bash"))
        .hasSize(3)
        .satisfiesExactly(
            block -> assertThat(FILES.get("nodes/pve1/19-iscsi-storage.sh")).contains(block),
            block -> assertThat(FILES.get("cluster/19-iscsi-storage.sh")).contains(block),
            block -> assertThat(Bundle.render(SharedStoragePage.onePath())
                    .toMap()
                    .get("cluster/19-iscsi-storage.sh"))
                .contains(block));
  }

  @Test
  void the_paths_it_shows_are_printed() {
    String printed = Printed.by(
        () -> assertThat(SharedStoragePage.distinct(SanCluster.plan())).isTrue());

    assertThat(blocks("text")).containsExactly(printed);
  }

  @Test
  void each_file_it_names_is_rendered() {
    Matcher named = Pattern.compile("`((?:nodes|cluster)/[^`]+)`").matcher(page);

    assertThat(named.results().map(found -> found.group(1)))
        .isNotEmpty()
        .isSubsetOf(FILES.keySet());
  }

  private List<String> blocks(String language) {
    Matcher fence = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(page);
    List<String> blocks = new ArrayList<>();
    while (fence.find()) {
      blocks.add(fence.group(1));
    }
    return blocks;
  }

  private static String sample(String name) {
    return read(Path.of("src", "main", "java", "io", "pveplan", "samples", name + ".java"));
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
