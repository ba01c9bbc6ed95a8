package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/ceph.md shows is compiled and rendered. */
class CephPageTest {

  private static final Map<String, String> FILES =
      Bundle.render(CephPage.plan()).toMap();

  private final Page page = Page.named("ceph.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(3, "CephPage");
  }

  @Test
  void what_it_shows_is_rendered() {
    assertThat(FILES.get("ceph/capacity.txt")).contains(page.blocks("text"));
    assertThat(FILES.get("nodes/pve1a/17-ceph-daemons.sh"))
        .contains(page.blocks("sh").get(0));
    assertThat(FILES.get("cluster/17-ceph-pools.sh")).contains(page.blocks("sh").get(1));
    assertThat(page.blocks("text")).hasSize(2);
    assertThat(page.blocks("sh")).hasSize(2);
  }

  @Test
  void each_file_it_names_is_rendered() {
    assertThat(page.found("`((?:nodes|ceph|cluster)/[^`]+)`"))
        .isNotEmpty()
        .isSubsetOf(FILES.keySet());
  }
}
