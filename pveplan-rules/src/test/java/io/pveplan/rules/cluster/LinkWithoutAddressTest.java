package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class LinkWithoutAddressTest {

  private final RuleVerifier rule = verify(new LinkWithoutAddress());

  @Test
  void a_node_beside_the_network_is_reported() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)).nic("eno2", ring.host(11)));
      c.node("pve2", n -> n.nic("eno1", mgmt.host(12)));
      c.node("pve3", n -> n.nic("eno1", mgmt.host(13)).nic("eno2"));
      c.corosync(k -> k.link(0, mgmt).link(1, ring));
    });

    rule.on(plan)
        .reportsExactly("CLU-018[corosync/link1]")
        .withMessageContaining("link1 runs over network ring, on which pve2, pve3 have no address")
        .withRemedyContaining("Give every node an address");
  }

  @Test
  void an_address_on_each_node_passes() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", ring.host(11)));
      c.node("pve2", n -> n.bridge("vmbr0", b -> b.over("eno1").address(ring.host(12))));
      c.corosync(k -> k.link(0, ring));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_node_without_interfaces_is_undecided() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", ring.host(11)));
      c.node("pve2", n -> {});
      c.corosync(k -> k.link(0, ring));
    });

    rule.on(plan).isUndecidedFor("network interfaces of node pve2");
  }

  @Test
  void a_network_without_subnet_is_undecided() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", net -> {});
      c.node("pve1", n -> n.nic("eno1"));
      c.corosync(k -> k.link(0, ring));
    });

    rule.on(plan).isUndecidedFor("subnet of network ring");
  }

  @Test
  void without_links_it_is_not_applicable() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
