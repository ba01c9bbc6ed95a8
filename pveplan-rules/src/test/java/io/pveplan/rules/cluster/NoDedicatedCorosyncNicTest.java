package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.activeBackup;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.vlan;
import static io.pveplan.model.Traffic.BACKUP;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.STORAGE;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NetworkRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.rules.testing.RuleVerifier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NoDedicatedCorosyncNicTest {

  private final RuleVerifier rule = verify(new NoDedicatedCorosyncNic());

  /** Corosync on eno1 alone, something else on eno2. */
  private static ClusterPlan dedicated(Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.node(
          "pve1",
          n -> n.nic("eno1", ring.host(11))
              .bridge("vmbr0", b -> b.over("eno2").address(mgmt.host(11))));
      c.node(
          "pve2",
          n -> n.nic("eno1", ring.host(12))
              .bridge("vmbr0", b -> b.over("eno2").address(mgmt.host(12))));
      c.corosync(k -> k.link(0, ring));
      more.accept(c);
    });
  }

  @Test
  void corosync_on_the_management_network_is_reported_once_for_all_nodes() {
    var plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT, COROSYNC));
      c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
      c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(12))));
      c.node("pve3", n -> n.bridge("vmbr0", b -> b.over("eno3").address(mgmt.host(13))));
      c.corosync(k -> k.link(0, mgmt));
    });

    rule.on(plan)
        .reportsExactly("CLU-027[corosync/link0]")
        .withMessageContaining("link0 shares its NICs: eno1 also carries management on pve1, pve2;"
            + " eno3 also carries management on pve3")
        .withRemedyContaining("NIC of its own");
  }

  @Test
  void a_nic_of_its_own_on_every_node_passes() {
    rule.on(dedicated(c -> {})).passes();
  }

  @ParameterizedTest
  @EnumSource(
      value = Traffic.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COROSYNC", "OUT_OF_BAND"})
  void any_other_traffic_in_another_vlan_is_reported(Traffic other) {
    rule.on(vlans(other))
        .reportsExactly("CLU-027[corosync/link0]")
        .withMessageContaining("eno1 also carries " + other + " on pve1");
  }

  @ParameterizedTest
  @EnumSource(
      value = Traffic.class,
      names = {"COROSYNC", "OUT_OF_BAND"})
  void a_second_link_and_management_controllers_do_not_disturb(Traffic other) {
    rule.on(vlans(other)).passes();
  }

  private static ClusterPlan vlans(Traffic other) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var more = c.network("more", "10.0.2.0/24", net -> net.carries(other));
      c.node("pve1", n -> n.nic("eno1", ring.host(11)).vlan("eno1.20", more.host(11)));
      c.corosync(k -> k.link(0, ring));
    });
  }

  @Test
  void each_nic_below_a_bond_is_looked_at() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var storage = c.network("storage", "10.0.2.0/24", net -> net.carries(STORAGE, BACKUP));
      c.node(
          "pve1",
          n -> n.bond(activeBackup("bond0", "eno1", "eno2"), storage.host(11))
              .vlan("bond0.20", ring.host(11)));
      c.corosync(k -> k.link(0, ring));
    });

    rule.on(plan)
        .reportsExactly("CLU-027[corosync/link0]")
        .withMessageContaining("eno1 also carries storage, backup on pve1; eno2 also carries"
            + " storage, backup on pve1");
  }

  @Test
  void guests_on_a_bridge_over_the_nic_are_reported() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var node = c.node(
          "pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").vlanAware().address(ring.host(11))));
      c.corosync(k -> k.link(0, ring));
      c.vm(100, "web", v -> v.node(node).nic("vmbr0", vlan(110)));
    });

    rule.on(plan)
        .reportsExactly("CLU-027[corosync/link0]")
        .withMessageContaining("eno1 also carries guest on pve1");
  }

  @Test
  void what_the_rest_of_the_plan_puts_on_the_network_is_reported() {
    var ring = NetworkRef.named("ring");

    rule.on(dedicated(c -> c.migration(m -> m.over(ring))))
        .reportsExactly("CLU-027[corosync/link0]")
        .withMessageContaining("eno1 also carries migration on pve1, pve2");
    rule.on(dedicated(c -> c.storage(nfs("nas", "10.0.1.5", "/export/pve"), s -> {})))
        .reportsExactly("CLU-027[corosync/link0]")
        .withMessageContaining("eno1 also carries storage on pve1, pve2");
  }

  // link0 is alone on eno1, link1 shares eno2 with the management network.
  @ParameterizedTest(name = "priorities {0}/{1}: reported {2}")
  @CsvSource({"20, 10, ''", "10, 20, link1", "10, 10, ''", "0, 1, ''", "1, 2, link1"})
  void only_the_preferred_link_counts(int link0, int link1, String reported) {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", ring.host(11)).nic("eno2", mgmt.host(11)));
      c.corosync(k -> k.link(0, ring, link0).link(1, mgmt, link1));
    });

    if (reported.isEmpty()) {
      rule.on(plan).passes();
    } else {
      rule.on(plan).reportsExactly("CLU-027[corosync/" + reported + "]");
    }
  }

  @Test
  void a_node_without_interface_on_the_network_is_undecided() {
    rule.on(dedicated(c -> c.node("pve3", n -> {})))
        .isUndecidedFor("interface of pve3 on network ring");
  }

  @Test
  void a_network_of_unknown_traffic_on_the_nic_is_undecided() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var more = c.network("more", "10.0.2.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", ring.host(11)).vlan("eno1.20", more.host(11)));
      c.corosync(k -> k.link(0, ring));
    });

    rule.on(plan).isUndecidedFor("traffic of network more");
  }

  @Test
  void what_is_missing_does_not_matter_once_a_nic_is_shared() {
    var plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
      c.node("pve2", n -> {});
      c.corosync(k -> k.link(0, mgmt));
    });

    rule.on(plan).reportsExactly("CLU-027[corosync/link0]");
  }

  @Test
  void a_bridge_without_ports_is_undecided() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      c.node("pve1", n -> n.bridge("vmbr5", b -> b.address(ring.host(11))));
      c.node("pve2", n -> n.nic("eno1", ring.host(12)));
      c.corosync(k -> k.link(0, ring));
    });

    rule.on(plan).isUndecidedFor("physical NICs below vmbr5 of pve1");
  }

  @Test
  void without_links_the_addresses_of_the_node_names_are_the_link() {
    var plan = cluster("lab", c -> {
      var storage = c.network("storage", "10.0.1.0/24", net -> net.carries(STORAGE));
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", storage.host(11)).nic("eno2", mgmt.host(11)));
      c.node("pve2", n -> n.nic("eno1", storage.host(12)).nic("eno2", mgmt.host(12)));
    });

    rule.on(plan)
        .reportsExactly("CLU-027[corosync/link0]")
        .withMessageContaining("link0, which takes the addresses of the node names, shares its"
            + " NICs: eno2 also carries management on pve1, pve2");
  }

  @Test
  void without_links_a_network_of_unknown_traffic_is_undecided() {
    var plan = cluster("lab", c -> {
      var lan = c.network("lan", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", lan.host(11)));
      c.node("pve2", n -> n.nic("eno1", lan.host(12)));
      c.corosync(k -> k.qdevice("10.0.0.5"));
    });

    rule.on(plan).isUndecidedFor("traffic of network lan");
  }

  @Test
  void without_links_and_one_network_of_the_node_names_the_links_are_missing() {
    var nowhere = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
    });
    var apart = cluster("lab", c -> {
      var east = c.network("east", "10.0.1.0/24", net -> net.carries(MANAGEMENT));
      var west = c.network("west", "10.0.2.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", east.host(11)));
      c.node("pve2", n -> n.nic("eno1", west.host(12)));
    });

    rule.on(nowhere).isUndecidedFor("Corosync links");
    rule.on(apart).isUndecidedFor("Corosync links");
  }

  @Test
  void a_single_node_has_no_links() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
