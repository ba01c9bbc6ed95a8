package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/nodes.md shows is compiled and rendered. */
class NodesPageTest {

  private static final Map<String, String> FILES =
      Bundle.render(NodesPage.plan()).toMap();

  private final Page page = Page.named("nodes.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(6, "NodesPage");
  }

  @Test
  void the_stanzas_it_shows_are_rendered() {
    assertThat(page.blocks("ini"))
        .hasSize(2)
        .satisfiesExactly(
            block -> assertThat(FILES.get("nodes/pve1/etc/network/interfaces")).contains(block),
            block -> assertThat(FILES.get("nodes/pve2/etc/network/interfaces")).contains(block));
  }

  @Test
  void each_file_it_names_is_rendered() {
    assertThat(page.found("`((?:nodes|installation|cluster)/[^`]+)`"))
        .isNotEmpty()
        .isSubsetOf(FILES.keySet());
  }
}
