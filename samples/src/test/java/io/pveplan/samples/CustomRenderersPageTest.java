package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/custom-renderers.md shows is compiled, run and tested. */
class CustomRenderersPageTest {

  private static final Path WRITERS =
      Path.of("..", "pveplan-render", "src", "main", "java", "io", "pveplan", "render", "text");

  private final Page page = Page.named("custom-renderers.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOfPackage(3, "renderers");
  }

  @Test
  void the_writers_it_names_are_there() {
    assertThat(page.found("(?m)(?<=^All are in .{0,200})`([A-Z]\\w+)`"))
        .containsExactly(
            "ShellScript", "HclBody", "Yaml", "TomlTable", "SectionConfig", "Csv", "Markdown")
        .allSatisfy(name -> assertThat(WRITERS.resolve(name + ".java")).isRegularFile());
  }
}
