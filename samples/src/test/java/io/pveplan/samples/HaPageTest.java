package io.pveplan.samples;

import static io.pveplan.model.ProductVersion.PVE_8_4;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import io.pveplan.rules.Finding;
import io.pveplan.rules.RuleBook;
import io.pveplan.rules.failure.FailureSweep;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.Scenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/ha.md shows is compiled, computed and rendered. */
class HaPageTest {

  private static final Map<String, String> FILES = Bundle.render(HaPage.plan()).toMap();

  private final Page page = Page.named("ha.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(7, "HaPage");
  }

  @Test
  void what_it_shows_is_rendered() {
    assertThat(page.blocks("sh")).hasSize(2);
    assertThat(FILES.get("cluster/25-ha.sh")).contains(page.blocks("sh").get(0));
    assertThat(Bundle.render(HaPage.before(PVE_8_4)).toMap().get("cluster/25-ha.sh"))
        .contains(page.blocks("sh").get(1));
    assertThat(page.blocks("ini")).containsExactly(FILES.get("cluster/etc/pve/ha/rules.cfg"));
  }

  @Test
  void each_file_it_names_is_rendered() {
    assertThat(page.found("`((?:nodes|cluster)/[^`]+)`")).isNotEmpty().isSubsetOf(FILES.keySet());
  }

  @Test
  void the_finding_it_shows_is_reported() {
    assertThat(page.onOneLine()).contains("`" + HaPage.dropped() + "`");
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
}
