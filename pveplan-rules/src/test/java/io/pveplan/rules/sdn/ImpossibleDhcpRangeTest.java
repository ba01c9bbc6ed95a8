package io.pveplan.rules.sdn;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.VnetSpec.SubnetSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ImpossibleDhcpRangeTest {

  private static final String KEY = "SDN-022[sdn/subnet/net1-10.150.10.0-24]";

  private final RuleVerifier rule = verify(new ImpossibleDhcpRange());

  private static ClusterPlan ranges(Consumer<SubnetSpec> subnet) {
    return cluster("lab", c -> {
      var nat = c.zone(simple("nat1"), z -> {});
      c.vnet("net1", nat, b -> b.subnet("10.150.10.0/24", subnet));
    });
  }

  @Test
  void a_range_that_starts_after_its_end_is_reported() {
    rule.on(ranges(s -> s.dhcpRange("10.150.10.101", "10.150.10.100")))
        .reportsExactly(KEY)
        .withMessageContaining("range 10.150.10.101-10.150.10.100 starts after its end")
        .withRemedyContaining(
            "Write ranges from the first to the last address, within the subnet and apart.");
  }

  @Test
  void a_range_of_one_address_passes() {
    rule.on(ranges(s -> s.dhcpRange("10.150.10.100", "10.150.10.100"))).passes();
  }

  @Test
  void a_range_over_the_whole_subnet_passes() {
    rule.on(ranges(s -> s.dhcpRange("10.150.10.0", "10.150.10.255"))).passes();
  }

  @Test
  void a_start_or_an_end_outside_is_reported() {
    rule.on(ranges(s -> s.dhcpRange("10.150.9.255", "10.150.10.20")))
        .reportsExactly(KEY)
        .withMessageContaining("range 10.150.9.255-10.150.10.20 is not within 10.150.10.0/24");
    rule.on(ranges(s -> s.dhcpRange("10.150.10.20", "10.150.11.0")))
        .reportsExactly(KEY)
        .withMessageContaining("range 10.150.10.20-10.150.11.0 is not within 10.150.10.0/24");
    rule.on(ranges(s -> s.dhcpRange("fd00::1", "fd00::9"))).reportsExactly(KEY);
  }

  @Test
  void ranges_that_share_one_address_are_reported() {
    rule.on(ranges(s ->
            s.dhcpRange("10.150.10.30", "10.150.10.40").dhcpRange("10.150.10.20", "10.150.10.30")))
        .reportsExactly(KEY)
        .withMessageContaining(
            "ranges 10.150.10.20-10.150.10.30 and 10.150.10.30-10.150.10.40 overlap");
  }

  @Test
  void ranges_side_by_side_pass() {
    rule.on(ranges(s ->
            s.dhcpRange("10.150.10.31", "10.150.10.40").dhcpRange("10.150.10.20", "10.150.10.30")))
        .passes();
  }

  @Test
  void a_wide_range_overlaps_all_that_lie_in_it() {
    rule.on(ranges(s -> s.dhcpRange("10.150.10.20", "10.150.10.90")
            .dhcpRange("10.150.10.30", "10.150.10.40")
            .dhcpRange("10.150.10.50", "10.150.10.60")))
        .reportsExactly(KEY)
        .withMessageContaining(
            "ranges 10.150.10.20-10.150.10.90 and 10.150.10.30-10.150.10.40 overlap;"
                + " ranges 10.150.10.20-10.150.10.90 and 10.150.10.50-10.150.10.60 overlap");
  }

  @Test
  void equal_ranges_of_two_subnets_are_the_business_of_their_subnets() {
    var plan = cluster("lab", c -> {
      var nat = c.zone(simple("nat1"), z -> {});
      for (String vnet : List.of("net1", "net2")) {
        c.vnet(
            vnet,
            nat,
            b -> b.subnet("10.150.10.0/24", s -> s.dhcpRange("10.150.10.20", "10.150.10.90")));
      }
    });

    rule.on(plan).passes();
  }

  @Test
  void a_subnet_without_ranges_is_not_looked_at() {
    rule.on(ranges(s -> s.gateway("10.150.10.1"))).isNotApplicable();
  }
}
