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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/custom-rules.md shows is compiled, run and tested. */
class CustomRulesPageTest {

  private final String page = read(Path.of("..", "docs", "custom-rules.md"));

  @Test
  void its_code_is_in_the_samples() {
    String sources =
        packed(sources(Path.of("src", "main", "java", "io", "pveplan", "samples", "rules"))
            + sources(Path.of("src", "test", "java", "io", "pveplan", "samples", "rules")));

    assertThat(blocks("java"))
        .hasSize(11)
        .allSatisfy(block -> assertThat(sources).contains(packed(block)));
  }

  @Test
  void it_names_the_classes_that_hold_the_words() {
    Path words =
        Path.of("..", "pveplan-rules", "src", "main", "java", "io", "pveplan", "rules", "fluent");
    try (Stream<Path> files = Files.list(words)) {
      assertThat(files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .filter(name -> name.endsWith("Terms")))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> blocks(String language) {
    Matcher fence = Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(page);
    List<String> blocks = new ArrayList<>();
    while (fence.find()) {
      blocks.add(fence.group(1));
    }
    return blocks;
  }

  private static String sources(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().map(CustomRulesPageTest::read).collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
