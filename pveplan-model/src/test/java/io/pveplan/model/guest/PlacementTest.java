package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.hardware.Node;
import org.junit.jupiter.api.Test;

class PlacementTest {

  private static final Vm FREE = Vm.builder().vmid(Vmid.of(200)).name("free").build();
  private static final Vm HOME =
      Vm.builder().vmid(Vmid.of(201)).name("home").node("pve2").build();

  private static NodeAffinity rule(boolean strict) {
    return NodeAffinity.builder()
        .name("rule")
        .addResources(HOME.vmid())
        .addNodes(
            NodePriority.builder().node("pve3").build(),
            NodePriority.builder().node("pve1").build())
        .strict(strict)
        .build();
  }

  private static Placement placement(Ha ha) {
    return Placement.of(ClusterPlan.builder()
        .name("prod")
        .addNodes(
            Node.builder().name("pve1").build(),
            Node.builder().name("pve2").build(),
            Node.builder().name("pve3").build())
        .addGuests(FREE, HOME)
        .ha(ha)
        .build());
  }

  private static Ha ha(NodeAffinity... rules) {
    return Ha.builder()
        .addResource(HaResource.builder().guest(HOME.vmid()).build())
        .addNodeAffinities(rules)
        .build();
  }

  @Test
  void a_guest_without_ha_stays_where_it_is() {
    Placement placement = placement(Ha.builder().build());

    assertThat(placement.eligibleNodes(HOME)).containsExactly("pve2");
    assertThat(placement.eligibleNodes(FREE)).containsExactly("pve1", "pve2", "pve3");
    assertThat(placement.guestsOn("pve2")).containsExactly(HOME);
    assertThat(placement.guestsOn("pve1")).isEmpty();
    assertThat(placement.guest(Vmid.of(201))).contains(HOME);
    assertThat(placement.haResource(HOME.vmid())).isEmpty();
  }

  @Test
  void an_ha_resource_may_run_on_every_node() {
    assertThat(placement(ha()).eligibleNodes(HOME)).containsExactly("pve1", "pve2", "pve3");
    assertThat(placement(ha(rule(false))).eligibleNodes(HOME))
        .containsExactly("pve1", "pve2", "pve3");
    assertThat(placement(ha()).haResource(HOME.vmid())).isPresent();
  }

  @Test
  void a_strict_rule_binds_an_ha_resource() {
    assertThat(placement(ha(rule(true))).eligibleNodes(HOME)).containsExactly("pve3", "pve1");
  }

  @Test
  void a_rule_that_is_switched_off_binds_nobody() {
    NodeAffinity off = NodeAffinity.builder().from(rule(true)).disabled(true).build();

    assertThat(placement(ha(off)).eligibleNodes(HOME)).containsExactly("pve1", "pve2", "pve3");
  }

  @Test
  void a_strict_rule_without_its_resource_binds_nobody() {
    Ha ha = Ha.builder().addNodeAffinity(rule(true)).build();

    assertThat(placement(ha).eligibleNodes(HOME)).containsExactly("pve2");
  }

  @Test
  void a_planned_move_leads_a_guest_without_ha_to_another_node() {
    ClusterPlan plan = ClusterPlan.builder()
        .name("prod")
        .addNodes(
            Node.builder().name("pve1").build(),
            Node.builder().name("pve2").build(),
            Node.builder().name("pve3").build())
        .addGuests(FREE, HOME)
        .addMigrations(
            Migration.builder().guest(HOME.vmid()).target("pve3").build(),
            Migration.builder().guest(FREE.vmid()).target("pve3").build())
        .build();

    assertThat(Placement.of(plan).eligibleNodes(HOME)).containsExactly("pve2", "pve3");
    assertThat(Placement.of(plan).eligibleNodes(FREE)).containsExactly("pve1", "pve2", "pve3");
    assertThat(Placement.of(ClusterPlan.builder().from(plan).ha(ha(rule(true))).build())
            .eligibleNodes(HOME))
        .containsExactly("pve3", "pve1");
  }

  @Test
  void a_resource_that_ha_ignores_stays_where_it_is() {
    Ha ha = Ha.builder()
        .addResource(
            HaResource.builder().guest(HOME.vmid()).state(HaState.IGNORED).build())
        .build();

    assertThat(placement(ha).eligibleNodes(HOME)).containsExactly("pve2");
  }
}
