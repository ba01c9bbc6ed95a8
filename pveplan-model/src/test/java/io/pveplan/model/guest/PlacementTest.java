package io.pveplan.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.NodePriority;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.Node;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlacementTest {

  private static final Vm FREE = Vm.builder().vmid(Vmid.of(200)).name("free").build();
  private static final Vm HOME =
      Vm.builder().vmid(Vmid.of(201)).name("home").node("pve2").build();

  private static final Vm THIRD = Vm.builder().vmid(Vmid.of(202)).name("third").build();

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
    return Placement.of(plan(ha));
  }

  private static ClusterPlan plan(Ha ha) {
    return ClusterPlan.builder()
        .name("prod")
        .addNodes(
            Node.builder().name("pve1").build(),
            Node.builder().name("pve2").build(),
            Node.builder().name("pve3").build())
        .addGuests(FREE, HOME, THIRD)
        .ha(ha)
        .build();
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

  private static ResourceAffinity together(String name, Vm... guests) {
    return ResourceAffinity.builder()
        .name(name)
        .affinity(Affinity.POSITIVE)
        .resources(Stream.of(guests).map(Vm::vmid).toList())
        .build();
  }

  private static Ha managed(NodeAffinity node, ResourceAffinity... others) {
    return Ha.builder()
        .addResources(
            HaResource.builder().guest(FREE.vmid()).build(),
            HaResource.builder().guest(HOME.vmid()).build(),
            HaResource.builder().guest(THIRD.vmid()).build())
        .addNodeAffinity(node)
        .addResourceAffinities(others)
        .build();
  }

  @Test
  void a_guest_goes_where_those_it_is_to_be_with_may_be() {
    Placement placement = placement(managed(rule(true), together("pair", FREE, HOME)));

    assertThat(placement.eligibleNodes(FREE)).containsExactly("pve3", "pve1");
    assertThat(placement.eligibleNodes(HOME)).containsExactly("pve3", "pve1");
    assertThat(placement.eligibleNodes(THIRD)).containsExactly("pve1", "pve2", "pve3");
    assertThat(placement.nodeRule(FREE.vmid())).contains(rule(true));
    assertThat(placement.nodeRule(THIRD.vmid())).isEmpty();
  }

  @Test
  void rules_that_meet_are_one_set() {
    Placement placement = placement(
        managed(rule(true), together("pair", FREE, THIRD), together("other", FREE, HOME)));

    assertThat(placement.eligibleNodes(THIRD)).containsExactly("pve3", "pve1");
  }

  @Test
  void a_rule_of_its_own_comes_first() {
    NodeAffinity own = NodeAffinity.builder()
        .name("own")
        .addResources(FREE.vmid())
        .addNodes(NodePriority.builder().node("pve2").build())
        .strict(true)
        .build();
    Ha ha = Ha.builder()
        .from(managed(rule(true), together("pair", FREE, HOME)))
        .addNodeAffinity(own)
        .build();

    assertThat(placement(ha).eligibleNodes(FREE)).containsExactly("pve2");
    assertThat(placement(ha).eligibleNodes(HOME)).containsExactly("pve3", "pve1");
  }

  @Test
  void to_be_apart_binds_to_no_node() {
    ResourceAffinity apart = ResourceAffinity.builder()
        .from(together("apart", FREE, HOME))
        .affinity(Affinity.NEGATIVE)
        .build();

    assertThat(placement(managed(rule(true), apart)).eligibleNodes(FREE))
        .containsExactly("pve1", "pve2", "pve3");
  }

  @Test
  void guests_are_not_to_be_with_each_other_in_8_4() {
    ClusterPlan plan = ClusterPlan.builder()
        .from(plan(managed(rule(true), together("pair", FREE, HOME))))
        .target(ProductVersion.PVE_8_4)
        .build();

    assertThat(Placement.of(plan).eligibleNodes(FREE)).containsExactly("pve1", "pve2", "pve3");
    assertThat(Placement.of(plan).eligibleNodes(HOME)).containsExactly("pve3", "pve1");
  }

  @Test
  void a_rule_that_links_two_sets_joins_the_first() {
    Vm fourth = Vm.builder().vmid(Vmid.of(203)).name("fourth").build();
    NodeAffinity node = NodeAffinity.builder()
        .name("rule")
        .addResources(fourth.vmid())
        .addNodes(NodePriority.builder().node("pve3").build())
        .strict(true)
        .build();
    // 200 with 202, then 201 with 203, then 202 with 203: 203 is in the first set and the second.
    Ha ha = Ha.builder()
        .from(managed(
            node,
            together("one", FREE, THIRD),
            together("two", HOME, fourth),
            together("three", THIRD, fourth)))
        .addResource(HaResource.builder().guest(fourth.vmid()).build())
        .build();
    ClusterPlan plan = ClusterPlan.builder().from(plan(ha)).addGuest(fourth).build();

    assertThat(Placement.of(plan).eligibleNodes(FREE)).containsExactly("pve3");
    assertThat(Placement.of(plan).eligibleNodes(HOME)).containsExactly("pve3");
  }
}
