package io.pveplan.samples;

import static io.pveplan.model.ProductVersion.PVE_8_4;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.failure.FailureSweep;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/ha.md shows is compiled, computed and rendered. */
class HaPageTest {

  private static final Map<String, String> FILES = Bundle.render(HaPage.plan()).toMap();

  private final String page = read(Path.of("..", "docs", "ha.md"));

  @Test
  void its_code_is_in_the_samples() {
    String source =
        packed(read(Path.of("src", "main", "java", "io", "pveplan", "samples", "HaPage.java")));

    assertThat(blocks("java"))
        .hasSize(7)
        .allSatisfy(block -> assertThat(source).contains(packed(block)));
  }

  @Test
  void what_it_shows_is_rendered() {
    assertThat(blocks("sh")).hasSize(2);
    assertThat(FILES.get("cluster/25-ha.sh")).contains(blocks("sh").get(0));
    assertThat(Bundle.render(HaPage.before(PVE_8_4)).toMap().get("cluster/25-ha.sh"))
        .contains(blocks("sh").get(1));
    assertThat(blocks("ini")).containsExactly(FILES.get("cluster/etc/pve/ha/rules.cfg"));
  }

  @Test
  void each_file_it_names_is_rendered() {
    Matcher named = Pattern.compile("`((?:nodes|cluster)/[^`]+)`").matcher(page);

    assertThat(named.results().map(found -> found.group(1)))
        .isNotEmpty()
        .isSubsetOf(FILES.keySet());
  }

  @Test
  void the_finding_it_shows_is_reported() {
    assertThat(page.replaceAll("\\s+", " ")).contains("`" + HaPage.dropped() + "`");
  }

  @Test
  void guests_go_where_it_says() {
    assertThat(FailureSweep.of(HaPage.plan())
            .survival(Scenario.ofNodes(List.of("pve1")))
            .guests())
        .extracting(GuestFate::toString)
        .containsExactly("200 pve1 -> pve3 restarted", "230 pve1 -> pve2 restarted");
  }

  @Test
  void the_rules_about_ha_find_what_it_says() {
    assertThat(RuleBook.standard().check(HaPage.plan()).findings())
        .filteredOn(finding -> finding.ruleId().startsWith("HA-"))
        .extracting(Finding::key)
        .containsExactly("HA-034[ha/resource/230]");
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
