package io.pveplan.rules.hardware;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.gib;
import static io.pveplan.dsl.Pveplan.vlan;
import static io.pveplan.model.Traffic.GUEST;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.OUT_OF_BAND;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.NetworkSpec;
import io.pveplan.dsl.VmSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoOutOfBandManagementTest {

  private final RuleVerifier rule = verify(new NoOutOfBandManagement());

  private static ClusterPlan controllerIn(Consumer<NetworkSpec> network) {
    return controllerIn(BmcKind.IPMI, network);
  }

  private static ClusterPlan controllerIn(BmcKind kind, Consumer<NetworkSpec> network) {
    return cluster("lab", c -> {
      var oob = c.network("oob", "10.10.9.0/24", network);
      c.node("pve1", n -> n.hardware(h -> h.bmc(kind, oob.host(11))));
    });
  }

  @Test
  void a_node_without_controller_is_reported() {
    var plan = cluster("lab", c -> c.node("pve1", n -> n.hardware(h -> h.memory(gib(64)))));

    rule.on(plan)
        .reportsExactly("NODE-014[node/pve1]")
        .withMessageContaining("node pve1 has no address for out-of-band management")
        .withRemedyContaining("iDRAC, iLO, XCC, IPMI or Redfish");
  }

  @Test
  void a_node_without_declared_hardware_is_reported() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).reportsExactly("NODE-014[node/pve1]");
  }

  @ParameterizedTest
  @EnumSource(BmcKind.class)
  void a_controller_of_any_kind_in_a_network_of_its_own_passes(BmcKind kind) {
    rule.on(controllerIn(kind, net -> net.carries(OUT_OF_BAND))).passes();
  }

  @Test
  void the_management_network_will_do() {
    rule.on(controllerIn(net -> net.carries(MANAGEMENT))).passes();
  }

  @Test
  void a_controller_in_a_network_for_guests_is_reported() {
    rule.on(controllerIn(net -> net.carries(OUT_OF_BAND, GUEST)))
        .reportsExactly("NODE-014[node/pve1]")
        .withMessageContaining(
            "the management controller of node pve1 is in network oob, which guests use");
  }

  @Test
  void a_controller_on_the_bridge_of_guests_is_reported() {
    rule.on(controllerBeside(v -> v.nic("vmbr0"))).reportsExactly("NODE-014[node/pve1]");
  }

  @Test
  void guests_in_another_vlan_of_the_bridge_are_no_trouble() {
    rule.on(controllerBeside(v -> v.nic("vmbr0", vlan(110)))).passes();
  }

  private static ClusterPlan controllerBeside(Consumer<VmSpec> guest) {
    return cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.10.0.0/24", net -> net.carries(MANAGEMENT));
      var node = c.node(
          "pve1",
          n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware().address(mgmt.host(11)))
              .hardware(h -> h.bmc(BmcKind.IPMI, mgmt.host(111))));
      c.vm(100, "web", v -> v.node(node).with(guest));
    });
  }

  @Test
  void a_controller_in_no_network_of_the_plan_is_undecided() {
    Bmc elsewhere = Bmc.builder()
        .controller(BmcKind.IPMI)
        .address(new InterfaceAddress(HostAddress.parse("10.10.9.11/24"), Optional.empty()))
        .build();
    ClusterPlan plan = withHardware(
        controllerIn(net -> net.carries(OUT_OF_BAND)), "pve1", it -> it.bmc(elsewhere));

    rule.on(plan).isUndecidedFor("network of the management controller of pve1");
  }

  @Test
  void a_controller_in_a_network_of_unknown_traffic_is_undecided() {
    ClusterPlan plan = controllerIn(net -> {});

    rule.on(plan).isUndecidedFor("traffic of network oob");
    rule.on(changed(
            plan,
            it -> it.addStorageServer(StorageServer.builder()
                .name("nas")
                .addAddress(IpAddress.parse("10.10.9.5"))
                .build())))
        .isUndecidedFor("traffic of network oob");
  }

  @Test
  void a_plan_without_nodes_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
