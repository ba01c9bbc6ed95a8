package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Bundle;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What docs/terraform.md shows is compiled and rendered. */
class TerraformPageTest {

  private final Page page = Page.named("terraform.md");

  private static String file(ClusterPlan plan, String path) {
    return Bundle.render(plan).toMap().get(path);
  }

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(5, "TerraformPage");
  }

  @Test
  void what_it_shows_is_rendered() {
    List<String> shown = page.blocks("hcl");

    assertThat(shown).hasSize(3);
    assertThat(file(TerraformPage.split(), "terraform/bpg/guests/guests.tf"))
        .contains(shown.get(0));
    assertThat(file(TerraformPage.existing(), "terraform/bpg/cluster/imports.tf"))
        .contains(shown.get(1));
    assertThat(file(TerraformPage.older(), "terraform/bpg/protection/ha.tf"))
        .isEqualTo(shown.get(2));
  }

  @Test
  void what_stays_with_the_scripts_is_told() {
    ResolvedPlan plan = ResolvedPlan.of(TerraformPage.split());

    assertThat(TerraformPage.scripted(plan)).containsExactly("local", "san");
    assertThat(String.join("\n", TerraformPage.reasons(plan)) + "\n")
        .isEqualTo(page.blocks("text").get(0));
  }

  @Test
  void each_file_it_names_is_rendered() {
    Set<String> rendered =
        new TreeSet<>(Bundle.render(TerraformPage.split()).toMap().keySet());
    rendered.addAll(Bundle.render(TerraformPage.both()).toMap().keySet());

    assertThat(page.found("`((?:terraform|cluster)/[^`*]+\\.(?:tf|sh))`"))
        .isNotEmpty()
        .isSubsetOf(rendered);
  }

  @Test
  void guests_alone_leave_the_cluster_to_the_scripts() {
    assertThat(Bundle.render(TerraformPage.both()).toMap())
        .containsKeys("terraform/telmate/guests.tf", "cluster/25-ha.sh")
        .doesNotContainKey("terraform/bpg/cluster/versions.tf");
  }
}
