package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.model.Traffic.COROSYNC;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.model.Traffic.STORAGE;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferredLinkNotDedicatedTest {

  private final RuleVerifier rule = verify(new PreferredLinkNotDedicated());

  // link0 is alone on eno1, link1 shares eno2 with the management of the nodes.
  private static ClusterPlan links(int link0, int link1) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", ring.host(11)).nic("eno2", mgmt.host(11)));
      c.corosync(k -> k.link(0, ring, link0).link(1, mgmt, link1));
    });
  }

  @Test
  void a_shared_link_that_is_preferred_is_reported() {
    rule.on(links(10, 20))
        .reportsExactly("CLU-024[corosync/link1]")
        .withMessageContaining(
            "link1 is preferred and shares its NICs, while link0 would have NICs of its own")
        .withRemedyContaining("highest priority");
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({"20, 10", "10, 10", "0, 1"})
  void a_dedicated_link_that_is_preferred_passes(int link0, int link1) {
    rule.on(links(link0, link1)).passes();
  }

  @Test
  void where_all_links_share_their_nics_no_priority_helps() {
    var plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      var files = c.network("files", "10.0.1.0/24", net -> net.carries(STORAGE));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)).nic("eno2", files.host(11)));
      c.corosync(k -> k.link(0, mgmt, 20).link(1, files, 10));
    });

    rule.on(plan).passes();
  }

  @Test
  void another_link_whose_nics_are_not_known_is_undecided() {
    var plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
      c.corosync(k -> k.link(0, mgmt, 20).link(1, ring, 10));
    });

    rule.on(plan).isUndecidedFor("interface of pve1 on network ring");
  }

  @Test
  void a_preferred_link_whose_nics_are_not_known_is_undecided() {
    var plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(COROSYNC));
      var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
      c.corosync(k -> k.link(0, mgmt, 10).link(1, ring, 20));
    });

    rule.on(plan).isUndecidedFor("interface of pve1 on network ring");
  }

  @Test
  void without_priorities_or_a_second_link_it_is_not_applicable() {
    rule.on(cluster("lab", c -> {
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
          var ring = c.network("ring", "10.0.1.0/24", net -> net.carries(COROSYNC));
          c.corosync(k -> k.link(0, mgmt).link(1, ring));
        }))
        .isNotApplicable();
    rule.on(cluster("lab", c -> {
          var mgmt = c.network("mgmt", "10.0.0.0/24", net -> net.carries(MANAGEMENT));
          c.corosync(k -> k.link(0, mgmt, 5));
        }))
        .isNotApplicable();
  }
}
