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

/** What docs/cloud-init.md shows is compiled and rendered. */
class CloudInitPageTest {

  private static final Map<String, String> FILES =
      Bundle.render(CloudInitPage.plan()).toMap();

  private final String page = read(Path.of("..", "docs", "cloud-init.md"));

  @Test
  void its_code_is_in_the_samples() {
    String source = packed(
        read(Path.of("src", "main", "java", "io", "pveplan", "samples", "CloudInitPage.java")));

    assertThat(blocks("java"))
        .hasSize(3)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void what_it_shows_is_rendered() {
    assertThat(FILES.get("cloud-init/100-web01/user-data"))
        .startsWith(blocks("yaml").get(0));
    assertThat(FILES.get("nodes/pve1/22-snippets.sh")).contains(blocks("sh").get(0));
    assertThat(blocks("yaml")).hasSize(1);
    assertThat(blocks("sh")).hasSize(1);
  }

  @Test
  void each_file_it_names_is_rendered() {
    Matcher named = Pattern.compile("`((?:nodes|cloud-init|cluster)/[^`]+)`").matcher(page);

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
