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

/** What docs/guests.md shows is compiled and rendered. */
class GuestsPageTest {

  private static final Map<String, String> FILES =
      Bundle.render(GuestsPage.plan()).toMap();

  private final String page = read(Path.of("..", "docs", "guests.md"));

  @Test
  void its_code_is_in_the_samples() {
    String source =
        packed(read(Path.of("src", "main", "java", "io", "pveplan", "samples", "GuestsPage.java")));

    assertThat(blocks("java"))
        .hasSize(4)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void the_row_it_shows_is_rendered() {
    assertThat(FILES.get("terraform/bpg/guests/fleets.tf"))
        .contains(blocks("hcl").get(0));
  }

  @Test
  void its_fleet_is_one_resource_whatever_disks_its_guests_have() {
    assertThat(
            FILES.get("terraform/bpg/guests/guests.tf").lines().filter(it -> it.contains("\"web")))
        .containsExactly("resource \"proxmox_virtual_environment_vm\" \"web__fleet\" {");
    assertThat(FILES.get("terraform/bpg/guests/guests.tf")).contains("  dynamic \"disk\" {\n");
  }

  @Test
  void each_file_it_names_is_rendered() {
    Matcher named = Pattern.compile("`(terraform/[^`]+)`").matcher(page);

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
