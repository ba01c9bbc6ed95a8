package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkSpec;
import io.pveplan.dsl.NicSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MtuDiffersTest {

  private final RuleVerifier rule = verify(new MtuDiffers());

  @Test
  void interfaces_of_two_nodes_are_compared() {
    ClusterPlan plan = plan(net -> net.mtu(9000), n -> n.mtu(1500), c -> {});

    rule.on(plan)
        .reportsExactly("NET-030[network/san]")
        .withMessageContaining("network san ("
            + plan.networks().get(0).declaredAt().orElseThrow()
            + ") has different MTUs: 1500 for pve2 (eno1); 9000 for pve1 (eno1), what the network"
            + " asks for");
    assertThat(ReportedLines.of(new MtuDiffers(), plan))
        .containsExactly(plan.nodes().get(1).interfaces().get(0).declaredAt().orElseThrow());
  }

  @Test
  void a_bridge_of_open_vswitch_is_as_large_as_its_internal_port() {
    rule.on(cluster("lab", c -> {
          var guests = c.network("guests", net -> net.carries(GUEST));
          c.node(
              "pve1",
              n -> n.bridge("vmbr1", b -> b.over("eno1").openVswitch().carries(guests))
                  .ovsIntPort("san0", "vmbr1", p -> p.mtu(9000).address("10.9.0.11/24")));
          c.node("pve2", n -> n.bridge("vmbr1", b -> b.over("eno1").carries(guests)));
        }))
        .reportsExactly("NET-030[network/guests]")
        .withMessageContaining(
            "1500 for pve2 (vmbr1); 9000 for pve1 (vmbr1, as large as its port san0)");
  }

  @Test
  void one_mtu_everywhere_passes() {
    rule.on(plan(net -> net.mtu(9000), n -> {}, c -> {})).passes();
    rule.on(plan(net -> {}, n -> {}, c -> {})).passes();
  }

  @Test
  void an_unset_mtu_is_1500() {
    rule.on(plan(net -> {}, n -> n.mtu(9000), c -> {}))
        .reportsExactly("NET-030[network/san]")
        .withMessageContaining("1500 for pve1 (eno1); 9000 for pve2 (eno1)");
  }

  @Test
  void a_storage_server_is_compared() {
    rule.on(plan(
            net -> net.mtu(9000),
            n -> {},
            c -> c.storageServer("san", s -> s.addresses("10.0.0.5").mtu(1500))))
        .reportsExactly("NET-030[network/san]")
        .withMessageContaining("1500 for server san; 9000 for pve1 (eno1), pve2 (eno1)");
  }

  @Test
  void a_storage_server_without_mtu_is_undecided_among_large_frames() {
    rule.on(plan(
            net -> net.mtu(9000),
            n -> {},
            c -> c.storageServer("san", s -> s.addresses("10.0.0.5"))))
        .isUndecidedFor("MTU of storage server san");
    rule.on(plan(net -> {}, n -> {}, c -> c.storageServer("san", s -> s.addresses("10.0.0.5"))))
        .passes();
  }

  @Test
  void bridges_for_guests_are_compared() {
    rule.on(cluster("lab", c -> {
          var guests = c.network("guests", net -> net.carries(GUEST));
          c.node(
              "pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").carries(guests).mtu(9000)));
          c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").carries(guests)));
        }))
        .reportsExactly("NET-030[network/guests]");
  }

  @Test
  void a_bridge_without_uplink_is_not_looked_at() {
    rule.on(cluster("lab", c -> {
          var nat = c.network("nat", "10.0.0.0/24", net -> net.mtu(9000));
          c.node("pve1", n -> n.bridge("vmbr0", b -> b.address(nat.host(1)).mtu(1500)));
        }))
        .isNotApplicable();
  }

  private static ClusterPlan plan(
      Consumer<NetworkSpec> network, Consumer<NicSpec> second, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var san = c.network("san", "10.0.0.0/24", network::accept);
      c.node("pve1", n -> n.nic("eno1", x -> x.addresses(san.host(11))));
      c.node("pve2", n -> n.nic("eno1", x -> second.accept(x.addresses(san.host(12)))));
      more.accept(c);
    });
  }
}
