package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/shared-storage.md shows is compiled, rendered and printed. */
class SharedStoragePageTest {

  private static final Map<String, String> FILES =
      Bundle.render(SanCluster.plan()).toMap();

  private final Page page = Page.named("shared-storage.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(5, "SanCluster", "SharedStoragePage");
  }

  @Test
  void the_files_it_shows_are_rendered() {
    assertThat(page.blocks("conf"))
        .hasSize(1)
        .allSatisfy(
            block -> assertThat(FILES.get("nodes/pve1/etc/multipath.conf")).isEqualTo(block));
    assertThat(page.blocks("bash"))
        .hasSize(3)
        .satisfiesExactly(
            block -> assertThat(FILES.get("nodes/pve1/19-iscsi-storage.sh")).contains(block),
            block -> assertThat(FILES.get("cluster/19-iscsi-storage.sh")).contains(block),
            block -> assertThat(Bundle.render(SharedStoragePage.onePath())
                    .toMap()
                    .get("cluster/19-iscsi-storage.sh"))
                .contains(block));
  }

  @Test
  void the_paths_it_shows_are_printed() {
    String printed = Printed.by(
        () -> assertThat(SharedStoragePage.distinct(SanCluster.plan())).isTrue());

    assertThat(page.blocks("text")).containsExactly(printed);
  }

  @Test
  void each_file_it_names_is_rendered() {
    assertThat(page.found("`((?:nodes|cluster)/[^`]+)`")).isNotEmpty().isSubsetOf(FILES.keySet());
  }
}
