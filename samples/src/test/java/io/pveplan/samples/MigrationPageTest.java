package io.pveplan.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What docs/migration.md shows is compiled and computed. */
class MigrationPageTest {

  private final Page page = Page.named("migration.md");

  @Test
  void its_code_is_in_the_samples() {
    page.showsCodeOf(5, "MigrationPage");
  }

  @Test
  void what_it_shows_is_computed() {
    assertThat(page.blocks("text")).containsExactly(MigrationPage.report().toText());
    assertThat(page.blocks("shell"))
        .containsExactly(String.join(
                "\n",
                MigrationPage.commands().stream()
                    .filter(line -> line.startsWith("qm"))
                    .toList())
            + "\n");
    assertThat(page.text()).contains(MigrationPage.commands().get(2));
    assertThat(page.onOneLine()).contains(MigrationPage.refused());
    assertThat(MigrationPage.ask())
        .containsExactly(
            "storage tank of scsi0 is not there", "the CPU there is of another vendor");
  }
}
