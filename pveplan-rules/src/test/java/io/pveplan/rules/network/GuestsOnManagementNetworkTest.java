package io.pveplan.rules.network;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class GuestsOnManagementNetworkTest {

  private final RuleVerifier rule = verify(new GuestsOnManagementNetwork());

  @Test
  void a_guest_on_the_management_bridge_is_reported() {
    ClusterPlan plan = managedUntagged(
        (c, node) -> c.vm(200, "web01", v -> v.node(node).nic("vmbr1").nic("vmbr0")));

    rule.on(plan)
        .reportsExactly("NET-024[guest/200/net1]")
        .withMessageContaining(
            "guest 200 (web01) is attached to vmbr0, where node pve1 has the management address")
        .withRemedyContaining("a bridge or VLAN for guests");
  }

  @Test
  void a_container_is_a_guest_too() {
    ClusterPlan plan = managedUntagged((c, node) -> {
      var local = c.storage(dir("files", "/srv/files"), s -> {});
      c.container(
          300,
          "ct01",
          containerTemplate(local, "debian-13.tar.zst"),
          local,
          gib(8),
          v -> v.node(node).nic("vmbr0"));
    });

    rule.on(plan).reportsExactly("NET-024[guest/300/net0]");
  }

  @Test
  void a_vlan_of_the_management_bridge_passes() {
    rule.on(managedUntagged((c, node) ->
            c.vm(200, "web01", v -> v.node(node).nic("vmbr0", vlan(20)))))
        .passes();
  }

  @Test
  void the_vlan_of_the_management_address_is_reported() {
    ClusterPlan plan =
        managedOnVlan20((c, node) -> c.vm(200, "web01", v -> v.node(node).nic("vmbr0", vlan(20))));

    rule.on(plan)
        .reportsExactly("NET-024[guest/200/net0]")
        .withMessageContaining("is attached to vmbr0 with VLAN tag 20, where node pve1");
  }

  @Test
  void the_bridge_without_the_vlan_of_the_management_address_passes() {
    rule.on(managedOnVlan20((c, node) -> c.vm(200, "web01", v -> v.node(node).nic("vmbr0"))))
        .passes();
  }

  @Test
  void a_vnet_that_is_the_vlan_of_the_management_address_is_reported() {
    ClusterPlan plan = managedOnVlan20((c, node) -> {
      var zone = c.zone(vlanZone("zone1", "vmbr0"), z -> {});
      var vnet = c.vnet("vnet20", zone, b -> b.tag(20));
      c.vm(200, "web01", v -> v.node(node).nic(vnet));
    });

    rule.on(plan).reportsExactly("NET-024[guest/200/net0]");
  }

  @Test
  void a_vnet_of_another_vlan_passes() {
    ClusterPlan plan = managedOnVlan20((c, node) -> {
      var zone = c.zone(vlanZone("zone1", "vmbr0"), z -> {});
      var vnet = c.vnet("vnet21", zone, b -> b.tag(21));
      c.vm(200, "web01", v -> v.node(node).nic(vnet));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_guest_under_ha_is_looked_at_on_every_node_it_may_run_on() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var pve1 = c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)))
              .bridge("vmbr1", b -> b.over("eno2")));
      c.node(
          "pve2",
          n -> n.bridge("vmbr0", b -> b.over("eno1"))
              .bridge("vmbr1", b -> b.over("eno2").address(mgmt.host(12))));
      var staying = c.vm(200, "web01", v -> v.node(pve1).nic("vmbr1"));
      var moving = c.vm(201, "web02", v -> v.node(pve1).nic("vmbr1"));
      c.ha(h -> h.resources(moving));
    });

    rule.on(plan)
        .reportsExactly("NET-024[guest/201/net0]")
        .withMessageContaining("where node pve2 has the management address");
  }

  @Test
  void what_the_separation_of_traffic_reports_of_a_network_is_not_repeated() {
    ClusterPlan plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.20.0.0/24", net -> net.carries(MANAGEMENT, GUEST));
      var node = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(lan.host(11))));
      c.vm(200, "web01", v -> v.node(node).nic("vmbr0"));
    });

    rule.on(plan).passes();
    verify(new TrafficNotSeparated()).on(plan).reportsExactly("NET-023[network/lan]");
  }

  @Test
  void what_the_separation_of_traffic_reports_of_a_bridge_is_not_repeated() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var guests = c.network("guests", net -> net.carries(GUEST));
      var node = c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)).carries(guests)));
      c.vm(200, "web01", v -> v.node(node).nic("vmbr0"));
    });

    rule.on(plan).passes();
    verify(new TrafficNotSeparated()).on(plan).reportsExactly("NET-023[node/pve1/vmbr0]");
  }

  @Test
  void a_plan_without_network_cards_of_guests_is_not_looked_at() {
    rule.on(managedUntagged((c, node) -> c.vm(200, "web01", v -> v.node(node)))).isNotApplicable();
  }

  @Test
  void a_node_without_management_address_is_undecided() {
    ClusterPlan plan = cluster("lab", c -> {
      var node = c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address("10.0.0.1/24")));
      c.vm(200, "web01", v -> v.node(node).nic("vmbr0"));
    });

    rule.on(plan).isUndecidedFor("management address of pve1");
  }

  @Test
  void the_line_is_that_of_the_network_card() {
    ClusterPlan plan =
        managedUntagged((c, node) -> c.vm(200, "web01", v -> v.node(node).nic("vmbr0")));

    assertThat(ReportedLines.of(new GuestsOnManagementNetwork(), plan))
        .containsExactly(plan.guests().get(0).nics().get(0).declaredAt().orElseThrow());
  }

  private static ClusterPlan managedUntagged(BiConsumer<ClusterSpec, NodeRef> guests) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      guests.accept(
          c,
          c.node(
              "pve1",
              n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11)).vlanAware())
                  .bridge("vmbr1", b -> b.over("eno2"))));
    });
  }

  private static ClusterPlan managedOnVlan20(BiConsumer<ClusterSpec, NodeRef> guests) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      guests.accept(
          c,
          c.node(
              "pve1",
              n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware())
                  .vlan("vmbr0.20", mgmt.host(11))));
    });
  }

  @Test
  void a_guest_is_looked_at_where_it_is_planned_to_move_to() {
    ClusterPlan plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      var pve1 =
          c.node("pve1", n -> n.nic("eno1", mgmt.host(11)).bridge("vmbr0", b -> b.over("eno2")));
      var pve2 = c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
      var web = c.vm(200, "web01", v -> v.node(pve1).nic("vmbr0"));
      c.migrate(web, pve2, m -> m.online());
    });

    rule.on(plan)
        .reportsExactly("NET-024[guest/200/net0]")
        .withMessageContaining("where node pve2 has the management address");
  }
}
