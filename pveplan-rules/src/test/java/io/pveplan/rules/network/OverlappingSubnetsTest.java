package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OverlappingSubnetsTest {

  private final RuleVerifier rule = verify(new OverlappingSubnets());

  @Test
  void a_subnet_inside_another_is_reported_on_the_later_interface() {
    ClusterPlan plan = node(n -> n.nic("eno1", x -> x.address("10.0.5.1/24"))
        .nic("eno2", x -> x.address("10.0.0.1/16").address("10.9.0.1/24")));

    rule.on(plan)
        .reportsExactly("NET-022[node/pve1/eno2]")
        .withMessageContaining("on eno2 of node pve1, 10.0.0.0/16 overlaps 10.0.5.0/24 of eno1");
    assertThat(ReportedLines.of(new OverlappingSubnets(), plan))
        .containsExactly(plan.nodes().get(0).interfaces().get(1).declaredAt().orElseThrow());
  }

  @Test
  void three_interfaces_in_one_subnet_are_two_findings() {
    rule.on(node(n -> n.nic("eno1", x -> x.address("10.0.0.1/24"))
            .nic("eno2", x -> x.address("10.0.0.2/24"))
            .nic("eno3", x -> x.address("10.0.0.3/24"))))
        .reportsExactly("NET-022[node/pve1/eno2]", "NET-022[node/pve1/eno3]");
  }

  @Test
  void other_subnets_pass_and_so_do_two_addresses_of_one_interface() {
    rule.on(node(n -> n.nic("eno1", x -> x.address("10.0.0.1/24").address("10.0.0.2/24"))
            .nic("eno2", x -> x.address("10.0.1.1/24").address("2001:db8::1/64"))))
        .passes();
  }

  @Test
  void the_same_subnet_on_two_nodes_passes() {
    rule.on(cluster("lab", c -> {
          c.node("pve1", n -> n.nic("eno1", x -> x.address("10.0.0.1/24")));
          c.node("pve2", n -> n.nic("eno1", x -> x.address("10.0.0.2/24")));
        }))
        .passes();
  }

  @Test
  void link_local_addresses_are_not_looked_at() {
    rule.on(node(n ->
            n.nic("eno1", x -> x.address("fe80::1/64")).nic("eno2", x -> x.address("fe80::2/64"))))
        .isNotApplicable();
  }

  private static ClusterPlan node(Consumer<NodeSpec> parts) {
    return cluster("lab", c -> c.node("pve1", parts::accept));
  }
}
