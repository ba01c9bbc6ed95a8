package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/terraform.md shows is compiled and rendered. */
class TerraformPageTest {

  private final String page = read(Path.of("..", "docs", "terraform.md"));

  private static String file(ClusterPlan plan, String path) {
    return Bundle.render(plan).toMap().get(path);
  }

  @Test
  void its_code_is_in_the_samples() {
    String source = packed(
        read(Path.of("src", "main", "java", "io", "pveplan", "samples", "TerraformPage.java")));

    assertThat(blocks("java"))
        .hasSize(5)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void what_it_shows_is_rendered() {
    List<String> shown = blocks("hcl");

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
        .isEqualTo(blocks("text").get(0));
  }

  @Test
  void each_file_it_names_is_rendered() {
    Set<String> rendered =
        new TreeSet<>(Bundle.render(TerraformPage.split()).toMap().keySet());
    rendered.addAll(Bundle.render(TerraformPage.both()).toMap().keySet());

    assertThat(Pattern.compile("`((?:terraform|cluster)/[^`*]+\\.(?:tf|sh))`")
            .matcher(page)
            .results()
            .map(found -> found.group(1)))
        .isNotEmpty()
        .isSubsetOf(rendered);
  }

  @Test
  void guests_alone_leave_the_cluster_to_the_scripts() {
    assertThat(Bundle.render(TerraformPage.both()).toMap())
        .containsKeys("terraform/telmate/guests.tf", "cluster/25-ha.sh")
        .doesNotContainKey("terraform/bpg/cluster/versions.tf");
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
