package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/guest-scripts.md shows is compiled and rendered. */
class GuestScriptsPageTest {

  private final Page page = Page.named("guest-scripts.md");
  private final Map<String, String> bundle =
      Bundle.render(GuestScriptsPage.plan()).toMap();

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(2, "GuestScriptsPage");
  }

  @Test
  void the_script_it_shows_is_rendered() {
    assertThat(page.blocks("sh")).hasSize(1);
    assertThat(bundle.get("nodes/pve1/23-guests.sh")).contains(page.blocks("sh").get(0));
  }

  @Test
  void each_guest_is_made_once() {
    assertThat(bundle.keySet())
        .contains("nodes/pve1/22-templates.sh", "nodes/pve2/23-guests.sh")
        .contains("terraform/bpg/guests/guests.tf");
    assertThat(bundle.get("nodes/pve1/23-guests.sh")).doesNotContain("201");
    assertThat(bundle.get("terraform/bpg/guests/guests.tf")).doesNotContain("web01");
  }
}
