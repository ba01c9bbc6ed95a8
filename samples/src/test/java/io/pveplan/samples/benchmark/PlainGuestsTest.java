package io.pveplan.samples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Artifact;
import io.pveplan.render.Rendering;
import io.pveplan.render.automation.TerraformRenderer;
import io.pveplan.render.guest.GuestsRenderer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The benchmark compares like with like, a fleet stays one block, and clones are made. */
class PlainGuestsTest {

  @Test
  void the_measure_writes_the_same_bytes() {
    ResolvedPlan plan = GuestsBenchmark.alone(100);
    Rendering rendering = new TerraformRenderer().render(plan);

    assertThat(PlainGuests.files(plan))
        .isEqualTo(rendering.artifacts().stream()
            .collect(Collectors.toMap(
                it -> it.path().replaceFirst("^terraform/bpg/guests/", ""), Artifact::content)));
  }

  @Test
  void a_fleet_of_ten_thousand_is_one_block_and_a_table() {
    Rendering rendering = new TerraformRenderer().render(GuestsBenchmark.fleet(10_000));

    assertThat(
            GuestsBenchmark.file(rendering, "guests.tf").lines().filter(it -> it.startsWith("r")))
        .containsExactly("resource \"proxmox_virtual_environment_vm\" \"vm__fleet\" {");
    assertThat(GuestsBenchmark.file(rendering, "guests.tf").lines()).hasSizeLessThan(100);
    assertThat(GuestsBenchmark.file(rendering, "outputs.tf").lines()).hasSizeLessThan(40);
    assertThat(GuestsBenchmark.file(rendering, "fleets.tf").lines()).hasSize(10_005);
  }

  @Test
  void all_clones_of_the_benchmark_are_made_by_scripts() {
    Rendering rendering = new GuestsRenderer().render(GuestsBenchmark.clones(100));

    assertThat(rendering.gaps()).isEmpty();
    assertThat(rendering.artifacts().stream()
            .flatMap(it -> it.content().lines())
            .filter(it -> it.startsWith("  qm clone 900 ")))
        .hasSize(100);
  }
}
