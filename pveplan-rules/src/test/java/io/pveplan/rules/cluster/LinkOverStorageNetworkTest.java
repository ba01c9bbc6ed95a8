package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.model.Traffic.BACKUP;
import static io.pveplan.model.Traffic.COROSYNC;
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

class LinkOverStorageNetworkTest {

  private final RuleVerifier rule = verify(new LinkOverStorageNetwork());

  private static ClusterPlan links(Traffic ring, Consumer<ClusterSpec> more) {
    return cluster("lab", c -> {
      var net0 = c.network("net0", "10.0.1.0/24", net -> net.carries(COROSYNC, ring));
      var net1 = c.network("net1", "10.0.2.0/24", net -> net.carries(BACKUP));
      c.node("pve1", n -> n.nic("eno1", net0.host(11)).nic("eno2", net1.host(11)));
      c.corosync(k -> k.link(0, net0).link(1, net1));
      more.accept(c);
    });
  }

  @ParameterizedTest
  @EnumSource(
      value = Traffic.class,
      names = {"STORAGE", "REPLICATION", "MIGRATION", "BACKUP"})
  void a_link_in_the_network_of_bulk_traffic_is_reported(Traffic traffic) {
    rule.on(links(traffic, c -> {}))
        .reportsExactly("CLU-028[corosync/link0]")
        .withMessageContaining(
            "link0 shares its layer 2 network with " + traffic + " (network net0)")
        .withRemedyContaining("lowest priority");
  }

  @ParameterizedTest
  @EnumSource(
      value = Traffic.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"STORAGE", "REPLICATION", "MIGRATION", "BACKUP"})
  void other_traffic_passes_and_so_does_the_fallback(Traffic traffic) {
    rule.on(links(traffic, c -> {})).passes();
  }

  @Test
  void what_the_rest_of_the_plan_puts_there_counts() {
    rule.on(links(COROSYNC, c -> c.storage(nfs("nas", "10.0.1.5", "/export/pve"), s -> {})))
        .reportsExactly("CLU-028[corosync/link0]")
        .withMessageContaining("with storage (network net0)");
    rule.on(links(COROSYNC, c -> c.migration(m -> m.over(NetworkRef.named("net0")))))
        .reportsExactly("CLU-028[corosync/link0]");
  }

  @ParameterizedTest(name = "priorities {0} and {1}: {2}")
  @CsvSource({"10, 20, link1", "20, 10, ''", "10, 10, ''"})
  void only_the_link_used_last_may_lie_there(int link0, int link1, String reported) {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var files = c.network("files", "10.0.2.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", ring.host(11)).nic("eno2", files.host(11)));
      c.corosync(k -> k.link(0, ring, link0).link(1, files, link1));
    });

    if (reported.isEmpty()) {
      rule.on(plan).passes();
    } else {
      rule.on(plan).reportsExactly("CLU-028[corosync/" + reported + "]");
    }
  }

  @Test
  void a_single_link_is_no_fallback() {
    var plan = cluster("lab", c -> {
      var files = c.network("files", "10.0.2.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", files.host(11)));
      c.corosync(k -> k.link(0, files));
    });

    rule.on(plan).reportsExactly("CLU-028[corosync/link0]");
  }

  // The second address of the bridge is in the same layer 2 network, the VLAN is in another.
  private static ClusterPlan beside(boolean vlan, Traffic... traffic) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var files = c.network("files", "10.0.2.0/24", net -> net.carries(traffic));
      c.node("pve1", n -> {
        if (vlan) {
          n.nic("eno1", ring.host(11)).vlan("eno1.20", files.host(11));
        } else {
          n.nic("eno1", ring.host(11), files.host(11));
        }
      });
      c.corosync(k -> k.link(0, ring));
    });
  }

  @Test
  void another_network_in_the_same_layer_2_network_counts() {
    rule.on(beside(false, STORAGE, BACKUP))
        .reportsExactly("CLU-028[corosync/link0]")
        .withMessageContaining("with storage, backup (network files)");
    rule.on(beside(true, STORAGE)).passes();
  }

  @Test
  void another_network_of_unknown_traffic_is_undecided() {
    rule.on(beside(false)).isUndecidedFor("traffic of network files");
    rule.on(beside(true)).passes();
  }

  @Test
  void a_node_without_interface_on_the_network_is_undecided() {
    rule.on(links(COROSYNC, c -> c.node("pve2", n -> {})))
        .isUndecidedFor("interface of pve2 on network net0");
  }

  @Test
  void without_links_it_is_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
