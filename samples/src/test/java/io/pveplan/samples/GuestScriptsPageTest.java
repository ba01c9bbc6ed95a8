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

/** What docs/guest-scripts.md shows is compiled and rendered. */
class GuestScriptsPageTest {

  private final String page = read(Path.of("..", "docs", "guest-scripts.md"));
  private final Map<String, String> bundle =
      Bundle.render(GuestScriptsPage.plan()).toMap();

  @Test
  void its_code_is_in_the_samples() {
    String source = packed(
        read(Path.of("src", "main", "java", "io", "pveplan", "samples", "GuestScriptsPage.java")));

    assertThat(blocks("java"))
        .hasSize(2)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void the_script_it_shows_is_rendered() {
    assertThat(blocks("sh")).hasSize(1);
    assertThat(bundle.get("nodes/pve1/23-guests.sh")).contains(blocks("sh").get(0));
  }

  @Test
  void each_guest_is_made_once() {
    assertThat(bundle.keySet())
        .contains("nodes/pve1/22-templates.sh", "nodes/pve2/23-guests.sh")
        .contains("terraform/bpg/guests/guests.tf");
    assertThat(bundle.get("nodes/pve1/23-guests.sh")).doesNotContain("201");
    assertThat(bundle.get("terraform/bpg/guests/guests.tf")).doesNotContain("web01");
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
