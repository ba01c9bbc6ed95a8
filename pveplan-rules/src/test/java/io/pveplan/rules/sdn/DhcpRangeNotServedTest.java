package io.pveplan.rules.sdn;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ZoneSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DhcpRangeNotServedTest {

  private static final String KEY = "SDN-024[sdn/subnet/net1-10.150.10.0-24]";

  private final RuleVerifier rule = verify(new DhcpRangeNotServed());

  private static ClusterPlan range(Consumer<ZoneSpec.Plain> zone) {
    return cluster("lab", c -> {
      var nat = c.zone(simple("nat1"), zone);
      c.vnet(
          "net1",
          nat,
          b -> b.subnet("10.150.10.0/24", s -> s.dhcpRange("10.150.10.20", "10.150.10.90")));
    });
  }

  @Test
  void a_range_in_a_zone_without_anything_is_reported() {
    rule.on(range(z -> {}))
        .reportsExactly(KEY)
        .withMessageContaining("subnet 10.150.10.0/24 has DHCP range 10.150.10.20-10.150.10.90, but"
            + " zone nat1 has no DHCP and no IPAM")
        .withRemedyContaining("Switch DHCP on in the zone and give it an IPAM, or drop the range.");
  }

  @Test
  void a_range_in_a_zone_without_dhcp_is_reported() {
    rule.on(range(z -> z.ipam("pve")))
        .reportsExactly(KEY)
        .withMessageContaining("but zone nat1 has no DHCP");
  }

  @Test
  void a_range_in_a_zone_without_ipam_is_reported() {
    rule.on(range(z -> z.dhcp()))
        .reportsExactly(KEY)
        .withMessageContaining("but zone nat1 has no IPAM");
  }

  @Test
  void a_range_in_a_zone_with_both_passes() {
    rule.on(range(z -> z.ipam("pve").dhcp())).passes();
  }

  @Test
  void a_subnet_without_ranges_is_not_looked_at() {
    var plan = cluster("lab", c -> {
      var nat = c.zone(simple("nat1"), z -> {});
      c.vnet("net1", nat, b -> b.subnet("10.150.10.0/24", s -> {}));
    });

    rule.on(plan).isNotApplicable();
  }
}
