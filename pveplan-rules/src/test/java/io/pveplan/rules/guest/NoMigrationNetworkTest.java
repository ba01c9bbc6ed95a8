package io.pveplan.rules.guest;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.model.Traffic.MANAGEMENT;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class NoMigrationNetworkTest {

  private final RuleVerifier rule = verify(new NoMigrationNetwork());

  @Test
  void no_settings_at_all_are_reported_with_the_address_taken_instead() {
    var plan = cluster("lab", c -> {
      var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
      c.node("pve1", n -> n.nic("eno1", mgmt.host(11)));
      c.node("pve2", n -> n.nic("eno1", mgmt.host(12)));
    });

    rule.on(plan)
        .reportsExactly("MIG-013[cluster/migration]")
        .withMessageContaining("migrations have no network: they go to the addresses of the node"
            + " names, 10.20.0.11 for pve1")
        .withRemedyContaining(
            "Give migrations a network of 10 Gbit/s or more: c.migration(m -> m.over(network)).");
  }

  @Test
  void settings_without_network_are_reported() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.migration(m -> m.insecure());
    });

    rule.on(plan)
        .reportsExactly("MIG-013[cluster/migration]")
        .withMessageContaining(
            "migrations have no network: they go to whatever addresses the node names resolve to");
  }

  @Test
  void settings_with_a_network_pass() {
    var plan = cluster("lab", c -> {
      var move = c.network("move", "10.20.3.0/24", net -> {});
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.migration(m -> m.over(move));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_network_for_replication_is_none_for_migrations() {
    var plan = cluster("lab", c -> {
      var copies = c.network("copies", "10.20.3.0/24", net -> {});
      c.node("pve1", n -> {});
      c.node("pve2", n -> {});
      c.replication(m -> m.over(copies));
    });

    rule.on(plan).reportsExactly("MIG-013[cluster/migration]");
  }

  @Test
  void a_single_node_has_nowhere_to_migrate_to() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).isNotApplicable();
  }
}
