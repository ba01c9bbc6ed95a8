package io.pveplan.rules.storage;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.STORAGE;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.NetworkRef;
import io.pveplan.dsl.NodeSpec;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IscsiWithoutMultipathTest {

  private static final String TARGET = "iqn.2024-02.net.example:san.lun1";

  private final RuleVerifier rule = verify(new IscsiWithoutMultipath());

  private interface Wiring {
    void accept(NodeSpec n, NetworkRef san1, NetworkRef san2);
  }

  @Test
  void one_portal_is_reported_for_all_nodes_at_once() {
    ClusterPlan plan = cluster("lab", c -> {
      var san = c.network("san", "172.30.20.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", san.host(11)));
      c.node("pve2", n -> n.nic("eno2"));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> {});
    });

    rule.on(plan)
        .reportsExactly("SHR-017[storage/san]")
        .withMessageContaining(
            "nodes with fewer than two paths to iqn.2024-02.net.example:san.lun1: pve1 (1), pve2"
                + " (0)")
        .withRemedyContaining("second portal in a subnet of its own");
  }

  @ParameterizedTest(name = "second portal {0}: reported = {1}")
  @CsvSource({
    "172.30.21.50, false",
    "172.30.20.51, true",
    "172.30.20.50:3261, true",
    "172.30.22.50, true"
  })
  void each_path_needs_a_portal_and_a_nic_of_its_own(String second, boolean reported) {
    ClusterPlan plan =
        wired((n, san1, san2) -> n.nic("eno1", san1.host(11)).nic("eno2", san2.host(11)), second);

    if (reported) {
      rule.on(plan).reportsExactly("SHR-017[storage/san]").withMessageContaining("pve1 (1)");
    } else {
      rule.on(plan).passes();
    }
  }

  @Test
  void two_portals_over_one_nic_are_one_path() {
    rule.on(wired((n, san1, san2) -> n.nic("eno1", san1.host(11), san2.host(11)), "172.30.21.50"))
        .reportsExactly("SHR-017[storage/san]")
        .withMessageContaining("pve1 (1)");
  }

  @Test
  void two_portals_over_a_bond_of_two_nics_pass() {
    rule.on(wired(
            (n, san1, san2) -> n.bond(lacp("bond0", "eno1", "eno2"), san1.host(11), san2.host(11)),
            "172.30.21.50"))
        .passes();
  }

  @Test
  void two_nics_in_the_subnet_of_two_portals_pass() {
    rule.on(wired(
            (n, san1, san2) -> n.nic("eno1", san1.host(11)).nic("eno2", san1.host(12)),
            "172.30.20.51"))
        .passes();
  }

  @Test
  void a_bridge_without_uplink_is_no_path() {
    rule.on(wired(
            (n, san1, san2) ->
                n.nic("eno1", san1.host(11)).bridge("vmbr1", b -> b.address(san2.host(11))),
            "172.30.21.50"))
        .reportsExactly("SHR-017[storage/san]")
        .withMessageContaining("pve1 (1)");
  }

  @Test
  void only_nodes_that_have_the_storage_are_looked_at() {
    ClusterPlan plan = cluster("lab", c -> {
      var san1 = c.network("san1", "172.30.20.0/24", net -> net.carries(STORAGE));
      var san2 = c.network("san2", "172.30.21.0/24", net -> net.carries(STORAGE));
      var pve1 = c.node("pve1", n -> n.nic("eno1", san1.host(11)).nic("eno2", san2.host(11)));
      c.node("pve2", n -> n.nic("eno1", san1.host(12)));
      c.storage(
          iscsi("san", "172.30.20.50", TARGET), s -> s.portals("172.30.21.50").nodes(pve1));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_plan_without_iscsi_is_not_looked_at() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }

  @Test
  void a_target_that_is_switched_off_is_not_looked_at() {
    ClusterPlan plan = cluster("lab", c -> c.node("pve1", n -> n.nic("eno1")));

    rule.on(ClusterPlan.builder()
            .from(plan)
            .addStorage(IscsiStorage.builder()
                .id("san")
                .target(TARGET)
                .addPortal(Portal.parse("172.30.20.50"))
                .disabled(true)
                .build())
            .build())
        .isNotApplicable();
  }

  @Test
  void a_portal_given_by_name_is_undecided() {
    rule.on(wired(
            (n, san1, san2) -> n.nic("eno1", san1.host(11)).nic("eno2", san2.host(11)),
            "san.example.net"))
        .isUndecidedFor("address of portal san.example.net");
  }

  @Test
  void a_portal_given_by_name_does_not_matter_beside_two_paths() {
    rule.on(wired(
            (n, san1, san2) -> n.nic("eno1", san1.host(11)).nic("eno2", san2.host(11)),
            "172.30.21.50",
            "san.example.net"))
        .passes();
  }

  @Test
  void a_node_without_interfaces_is_undecided() {
    rule.on(wired((n, san1, san2) -> {}, "172.30.21.50"))
        .isUndecidedFor("network interfaces of pve1");
  }

  @Test
  void the_line_is_that_of_the_storage() {
    ClusterPlan plan = wired((n, san1, san2) -> n.nic("eno1", san1.host(11)));

    assertThat(ReportedLines.of(new IscsiWithoutMultipath(), plan))
        .containsExactly(plan.storages().get(0).declaredAt().orElseThrow());
  }

  /** A target with a portal at 172.30.20.50 and others, and one node. */
  private static ClusterPlan wired(Wiring wiring, String... more) {
    return cluster("lab", c -> {
      var san1 = c.network("san1", "172.30.20.0/24", net -> net.carries(STORAGE));
      var san2 = c.network("san2", "172.30.21.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> wiring.accept(n, san1, san2));
      c.storage(iscsi("san", "172.30.20.50", TARGET), s -> s.portals(more));
    });
  }
}
