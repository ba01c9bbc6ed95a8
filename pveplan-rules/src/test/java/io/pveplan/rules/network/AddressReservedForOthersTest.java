package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.rules.testing.PlanChanges;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class AddressReservedForOthersTest {

  private final RuleVerifier rule = verify(new AddressReservedForOthers());

  private static ClusterPlan plan(BiConsumer<ClusterSpec, NetworkRef> more) {
    return cluster("lab", c -> {
      var lan = c.network(
          "lan",
          "10.0.0.0/24",
          net -> net.gateway("10.0.0.1")
              .reserve("10.0.0.1-10.0.0.9", "routers and servers")
              .reserve("10.0.0.200-10.0.0.219", "printers"));
      more.accept(c, lan);
    });
  }

  @Test
  void a_node_at_a_reserved_address_is_reported() {
    rule.on(plan((c, lan) -> c.node("pve1", n -> n.nic("eno1", lan.host(219)))))
        .reportsExactly("NET-044[node/pve1/eno1]")
        .withMessageContaining("node pve1 (eno1) has 10.0.0.219 of range 10.0.0.200-10.0.0.219 of"
            + " network lan, which is reserved for printers")
        .withRemedyContaining("outside of the range");
  }

  @Test
  void numbers_of_nodes_that_run_into_a_range_are_reported() {
    rule.on(plan((c, lan) -> {
          c.node("pve1", n -> n.number(99).nic("eno1", lan.nodeAddress(100)));
          c.node("pve2", n -> n.number(100).nic("eno1", lan.nodeAddress(100)));
        }))
        .reportsExactly("NET-044[node/pve2/eno1]");
  }

  @Test
  void routers_and_servers_may_be_whom_it_is_kept_for() {
    rule.on(plan((c, lan) -> {
          c.everyNode(n -> n.dns("10.0.0.2").timeServers("10.0.0.3"));
          c.storageServer("nas", s -> s.addresses("10.0.0.4"));
          c.node("pve1", n -> n.nic("eno1", lan.host(11)));
        }))
        .passes();
  }

  @Test
  void an_address_in_no_network_of_the_plan_is_undecided() {
    rule.on(PlanChanges.withNode(
            plan((c, lan) -> c.node("pve1", n -> {})),
            "pve1",
            it -> it.hardware(Hardware.builder()
                .bmc(Bmc.builder()
                    .controller(BmcKind.IPMI)
                    .address(
                        new InterfaceAddress(HostAddress.parse("10.0.0.201/16"), Optional.empty()))
                    .build())
                .build())))
        .isUndecidedFor("network of address 10.0.0.201");
  }

  @Test
  void a_plan_without_reservations_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var lan = c.network("lan", "10.0.0.0/24", net -> net.dhcp("10.0.0.9-10.0.0.99"));
          c.node("pve1", n -> n.nic("eno1", lan.host(11)));
        }))
        .isNotApplicable();
  }
}
