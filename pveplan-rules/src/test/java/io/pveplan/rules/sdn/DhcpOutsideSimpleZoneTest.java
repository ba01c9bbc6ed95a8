package io.pveplan.rules.sdn;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ControllerRef;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.ZoneSpec;
import io.pveplan.dsl.ZoneType;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DhcpOutsideSimpleZoneTest {

  private final RuleVerifier rule = verify(new DhcpOutsideSimpleZone());

  private static <S extends ZoneSpec<S>> ClusterPlan withDhcp(ZoneType<S> zone) {
    return cluster("lab", c -> {
      var under = c.network("under", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
      c.evpnController("ctl1", 65000, under);
      c.zone(zone, z -> z.dhcp());
    });
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("vlan", vlanZone("z1", "vmbr0")),
        Arguments.of("qinq", qinq("z1", "vmbr0", 100)),
        Arguments.of("vxlan", vxlan("z1", NetworkRef.named("under"))),
        Arguments.of("evpn", evpn("z1", ControllerRef.named("ctl1"), 10_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  <S extends ZoneSpec<S>> void dhcp_in_another_zone_is_reported(String type, ZoneType<S> zone) {
    rule.on(withDhcp(zone))
        .reportsExactly("SDN-023[sdn/zone/z1]")
        .withMessageContaining("zone z1 of type " + type + " has DHCP switched on")
        .withRemedyContaining("Use a simple zone, or a DHCP server outside of the SDN.");
  }

  @Test
  void dhcp_in_a_simple_zone_passes() {
    rule.on(withDhcp(simple("z1"))).passes();
  }

  @Test
  void zones_without_dhcp_are_not_looked_at() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.bridge("vmbr0", b -> {}));
      c.zone(simple("z1"), z -> {});
      c.zone(vlanZone("z2", "vmbr0"), z -> {});
    });

    rule.on(plan).isNotApplicable();
  }
}
