package io.pveplan.rules.sdn;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ControllerRef;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeRef;
import io.pveplan.dsl.VnetSpec.SubnetSpec;
import io.pveplan.dsl.ZoneSpec;
import io.pveplan.dsl.ZoneType;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.rules.testing.PlanChanges;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnatWithoutEffectTest {

  private static final String KEY = "SDN-032[sdn/subnet/net1-10.150.10.0-24]";
  private static final NodeRef PVE1 = NodeRef.named("pve1");
  private static final NodeRef PVE2 = NodeRef.named("pve2");

  private final RuleVerifier rule = verify(new SnatWithoutEffect());

  private static <S extends ZoneSpec<S>> ClusterPlan lab(
      ZoneType<S> type, Consumer<S> zone, Consumer<SubnetSpec> subnet) {
    return cluster("lab", c -> {
      var under = c.network("under", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
      c.node("pve2", n -> n.bridge("vmbr0", b -> {}));
      c.evpnController("ctl1", 65000, under);
      c.vnet("net1", c.zone(type, zone), b -> b.subnet("10.150.10.0/24", subnet));
    });
  }

  private static ZoneType<ZoneSpec.Evpn> evpnZone() {
    return evpn("z1", ControllerRef.named("ctl1"), 10_000);
  }

  private static void snat(SubnetSpec s) {
    s.gateway("10.150.10.1").snat();
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("vlan", vlanZone("z1", "vmbr0")),
        Arguments.of("qinq", qinq("z1", "vmbr0", 100)),
        Arguments.of("vxlan", vxlan("z1", NetworkRef.named("under"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void snat_in_a_zone_that_no_node_routes_for_is_reported(
      String type, ZoneType<ZoneSpec.Plain> zone) {
    rule.on(lab(zone, z -> {}, SnatWithoutEffectTest::snat))
        .reportsExactly(KEY)
        .withMessageContaining("subnet 10.150.10.0/24 has SNAT, but its zone z1 is of type " + type)
        .withRemedyContaining(
            "Use a simple zone with a gateway, or an EVPN zone with a primary exit node.");
  }

  @Test
  void snat_without_gateway_is_reported() {
    rule.on(lab(simple("z1"), z -> {}, s -> s.snat()))
        .reportsExactly(KEY)
        .withMessageContaining("subnet 10.150.10.0/24 has SNAT, but no gateway");
    rule.on(lab(evpnZone(), z -> z.exitNodes(PVE1), s -> s.snat()))
        .reportsExactly(KEY)
        .withMessageContaining("subnet 10.150.10.0/24 has SNAT, but no gateway");
  }

  @Test
  void an_evpn_zone_without_exit_node_is_reported() {
    rule.on(lab(evpnZone(), z -> {}, SnatWithoutEffectTest::snat))
        .reportsExactly(KEY)
        .withMessageContaining("subnet 10.150.10.0/24 has SNAT, but its zone z1 has no exit node");
  }

  private static ClusterPlan withoutPrimary(ClusterPlan plan) {
    return PlanChanges.withSdn(
        plan,
        it -> it.zones(List.of(EvpnZone.builder()
            .from((EvpnZone) plan.sdn().orElseThrow().zones().get(0))
            .primaryExitNode(Optional.empty())
            .build())));
  }

  @Test
  void several_exit_nodes_need_a_primary_one() {
    var plan = lab(evpnZone(), z -> z.exitNodes(PVE1, PVE2), SnatWithoutEffectTest::snat);

    rule.on(plan).passes();
    rule.on(withoutPrimary(plan))
        .reportsExactly(KEY)
        .withMessageContaining("its zone z1 has 2 exit nodes and no primary one");
  }

  @Test
  void a_single_exit_node_needs_none() {
    var plan = lab(evpnZone(), z -> z.exitNodes(PVE1), SnatWithoutEffectTest::snat);

    rule.on(withoutPrimary(plan)).passes();
  }

  @Test
  void a_simple_zone_with_gateway_passes() {
    rule.on(lab(simple("z1"), z -> {}, SnatWithoutEffectTest::snat)).passes();
  }

  @Test
  void a_subnet_without_snat_is_not_looked_at() {
    rule.on(lab(vlanZone("z1", "vmbr0"), z -> {}, s -> s.gateway("10.150.10.1")))
        .isNotApplicable();
  }
}
