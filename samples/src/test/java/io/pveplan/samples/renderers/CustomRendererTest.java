package io.pveplan.samples.renderers;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.render.Bundle;
import io.pveplan.render.testing.RendererContract;
import io.pveplan.samples.Printed;
import org.junit.jupiter.api.Test;

/** How renderers of one's own are tested. */
class CustomRendererTest {

  private final ResolvedPlan plan = ResolvedPlan.of(CustomRenderer.plan());

  @Test
  void both_keep_the_contract() {
    RendererContract.of(new InventoryRenderer()).holdsFor(plan);
    RendererContract.of(new MotdRenderer()).holdsFor(plan);
  }

  @Test
  void the_one_handed_over_is_in_the_bundle() {
    assertThat(CustomRenderer.render(CustomRenderer.plan()).toMap())
        .containsEntry("nodes/pve1/etc/motd", "pve1 of cluster lab\n")
        .containsEntry("nodes/pve2/etc/motd", "pve2 of cluster lab\n");
  }

  @Test
  void the_service_is_in_every_bundle() {
    assertThat(Bundle.render(plan).toMap())
        .containsEntry("inventory/nodes.csv", "node,address\npve1,10.0.0.11\npve2,10.0.0.12\n")
        .doesNotContainKey("nodes/pve1/etc/motd");
  }

  @Test
  void the_program_prints_the_files_of_both() {
    assertThat(Printed.by(() -> CustomRenderer.main(new String[0]))).isEqualTo("""
        == inventory/nodes.csv
        node,address
        pve1,10.0.0.11
        pve2,10.0.0.12
        == nodes/pve1/etc/motd
        pve1 of cluster lab
        == nodes/pve2/etc/motd
        pve2 of cluster lab
        """);
  }
}
