package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/custom-rules.md shows is compiled, run and tested. */
class CustomRulesPageTest {

  private final Page page = Page.named("custom-rules.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOfPackage(11, "rules");
  }

  @Test
  void it_names_the_classes_that_hold_the_words() {
    Path words =
        Path.of("..", "pveplan-rules", "src", "main", "java", "io", "pveplan", "rules", "fluent");
    assertThat(Page.files(words).stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .filter(name -> name.endsWith("Terms")))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(page.text()).contains("`" + name + "`"));
  }
}
