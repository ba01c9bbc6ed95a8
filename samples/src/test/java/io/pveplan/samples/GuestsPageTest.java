package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.render.Bundle;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What docs/guests.md shows is compiled and rendered. */
class GuestsPageTest {

  private static final Map<String, String> FILES =
      Bundle.render(GuestsPage.plan()).toMap();

  private final Page page = Page.named("guests.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(4, "GuestsPage");
  }

  @Test
  void the_row_it_shows_is_rendered() {
    assertThat(FILES.get("terraform/bpg/guests/fleets.tf"))
        .contains(page.blocks("hcl").get(0));
  }

  @Test
  void its_fleet_is_one_resource_whatever_disks_its_guests_have() {
    assertThat(
            FILES.get("terraform/bpg/guests/guests.tf").lines().filter(it -> it.contains("\"web")))
        .containsExactly("resource \"proxmox_virtual_environment_vm\" \"web__fleet\" {");
    assertThat(FILES.get("terraform/bpg/guests/guests.tf")).contains("  dynamic \"disk\" {\n");
  }

  @Test
  void each_file_it_names_is_rendered() {
    assertThat(page.found("`(terraform/[^`]+)`")).isNotEmpty().isSubsetOf(FILES.keySet());
  }
}
