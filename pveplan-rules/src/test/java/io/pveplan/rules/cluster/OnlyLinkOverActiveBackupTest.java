package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.activeBackup;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.lacp;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.dsl.Bonding;
import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class OnlyLinkOverActiveBackupTest {

  private final RuleVerifier rule = verify(new OnlyLinkOverActiveBackup());

  private static ClusterPlan over(Bonding bond) {
    return cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      c.node("pve1", n -> n.bond(bond, ring.host(11)));
      c.node("pve2", n -> n.nic("eno1", ring.host(12)));
      c.corosync(k -> k.link(0, ring));
    });
  }

  @Test
  void active_backup_below_the_only_link_is_reported() {
    rule.on(over(activeBackup("bond0", "eno1", "eno2")))
        .reportsExactly("CLU-031[node/pve1/bond0]")
        .withMessageContaining(
            "link0 runs over bond0 of pve1, an active-backup bond, and there is no other link")
        .withRemedyContaining("second link");
  }

  @Test
  void another_mode_passes() {
    rule.on(over(lacp("bond0", "eno1", "eno2"))).passes();
  }

  @Test
  void beside_a_second_link_it_is_not_applicable() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      c.node(
          "pve1",
          n -> n.bond(activeBackup("bond0", "eno1", "eno2"), ring.host(11))
              .nic("eno3", mgmt.host(11)));
      c.corosync(k -> k.link(0, ring).link(1, mgmt));
    });

    rule.on(plan).isNotApplicable();
  }

  @Test
  void without_links_the_addresses_of_the_node_names_are_the_only_one() {
    var plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.0.0.0/24", net -> {});
      c.node("pve1", n -> n.bond(activeBackup("bond0", "eno1", "eno2"), mgmt.host(11)));
      c.node("pve2", n -> n.nic("eno1", mgmt.host(12)));
    });

    rule.on(plan).reportsExactly("CLU-031[node/pve1/bond0]");
  }

  @Test
  void a_node_without_interface_on_the_network_is_undecided() {
    var plan = cluster("lab", c -> {
      var ring = c.network("ring", "10.0.1.0/24", net -> {});
      c.node("pve1", n -> n.nic("eno1", ring.host(11)));
      c.node("pve2", n -> {});
      c.corosync(k -> k.link(0, ring));
    });

    rule.on(plan).isUndecidedFor("interface of pve2 on network ring");
  }
}
