package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/migration.md shows is compiled and computed. */
class MigrationPageTest {

  private final String page = read(Path.of("..", "docs", "migration.md"));

  @Test
  void its_code_is_in_the_samples() {
    String source = packed(
        read(Path.of("src", "main", "java", "io", "pveplan", "samples", "MigrationPage.java")));

    assertThat(blocks("java"))
        .hasSize(5)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void what_it_shows_is_computed() {
    assertThat(blocks("text")).containsExactly(MigrationPage.report().toText());
    assertThat(blocks("shell"))
        .containsExactly(String.join(
                "\n",
                MigrationPage.commands().stream()
                    .filter(line -> line.startsWith("qm"))
                    .toList())
            + "\n");
    assertThat(page).contains(MigrationPage.commands().get(2));
    assertThat(page.replaceAll("\\s+", " ")).contains(MigrationPage.refused());
    assertThat(MigrationPage.ask())
        .containsExactly(
            "storage tank of scsi0 is not there", "the CPU there is of another vendor");
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
