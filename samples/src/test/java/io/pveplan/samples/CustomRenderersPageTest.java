package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/custom-renderers.md shows is compiled, run and tested. */
class CustomRenderersPageTest {

  private static final Path WRITERS =
      Path.of("..", "pveplan-render", "src", "main", "java", "io", "pveplan", "render", "text");

  private final String page = read(Path.of("..", "docs", "custom-renderers.md"));

  @Test
  void its_code_is_in_the_samples() {
    String folder = "java/io/pveplan/samples/renderers";
    String sources =
        packed(sources(Path.of("src/main", folder)) + sources(Path.of("src/test", folder)));
    List<String> blocks = found("(?ms)^```java\n(.*?)^```$", page);

    assertThat(blocks).hasSize(3).allSatisfy(block -> assertThat(sources).contains(packed(block)));
  }

  @Test
  void the_writers_it_names_are_there() {
    String line =
        page.lines().filter(it -> it.startsWith("All are in ")).findFirst().orElseThrow();

    assertThat(found("`([A-Z]\\w+)`", line))
        .containsExactly(
            "ShellScript", "HclBody", "Yaml", "TomlTable", "SectionConfig", "Csv", "Markdown")
        .allSatisfy(name -> assertThat(WRITERS.resolve(name + ".java")).isRegularFile());
  }

  private static List<String> found(String regex, String text) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  // The page breaks lines for readers, the formatter for itself.
  private static String packed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String sources(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().map(CustomRenderersPageTest::read).collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
