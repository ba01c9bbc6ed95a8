package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/cloud-init.md shows is compiled and rendered. */
class CloudInitPageTest {

  private static final Map<String, String> FILES =
      Bundle.render(CloudInitPage.plan()).toMap();

  private final Page page = Page.named("cloud-init.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(3, "CloudInitPage");
  }

  @Test
  void what_it_shows_is_rendered() {
    assertThat(FILES.get("cloud-init/100-web01/user-data"))
        .startsWith(page.blocks("yaml").get(0));
    assertThat(FILES.get("nodes/pve1/22-snippets.sh"))
        .contains(page.blocks("sh").get(0));
    assertThat(page.blocks("yaml")).hasSize(1);
    assertThat(page.blocks("sh")).hasSize(1);
  }

  @Test
  void each_file_it_names_is_rendered() {
    assertThat(page.found("`((?:nodes|cloud-init|cluster)/[^`]+)`"))
        .isNotEmpty()
        .isSubsetOf(FILES.keySet());
  }
}
