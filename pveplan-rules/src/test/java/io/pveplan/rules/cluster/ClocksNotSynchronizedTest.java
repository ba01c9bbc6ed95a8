package io.pveplan.rules.cluster;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.model.hardware.TimeSync;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class ClocksNotSynchronizedTest {

  private final RuleVerifier rule = verify(new ClocksNotSynchronized());

  @Test
  void a_node_without_time_synchronization_is_reported() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.timeSync(TimeSync.CHRONY));
      c.node("pve2", n -> n.timeSync(TimeSync.OFF));
    });

    rule.on(plan)
        .reportsExactly("CLU-038[node/pve2]")
        .withMessageContaining("the time synchronization of node pve2 is off")
        .withRemedyContaining("same three or more time servers");
  }

  @Test
  void two_nodes_with_nothing_in_common_are_reported() {
    var plan = cluster("lab", c -> {
      c.everyNode(n -> n.timeServers("ntp1", "ntp2"));
      c.node("pve1", n -> {});
      c.node("pve2", n -> n.timeServers("ntp2", "ntp3"));
      c.node("pve3", n -> n.timeServers("ntp3"));
    });

    rule.on(plan)
        .reportsExactly("CLU-038[cluster]")
        .withMessageContaining("nodes pve1 and pve3 have no time server in common");
  }

  @Test
  void one_server_in_common_passes() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.timeServers("ntp1", "ntp2"));
      c.node("pve2", n -> n.timeServers("ntp2", "ntp3"));
    });

    rule.on(plan).passes();
  }

  @Test
  void what_a_node_without_synchronization_would_ask_does_not_matter() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.timeServers("ntp1"));
      c.node("pve2", n -> n.timeServers("ntp2").timeSync(TimeSync.OFF));
    });

    rule.on(plan).reportsExactly("CLU-038[node/pve2]");
  }

  @Test
  void a_node_that_names_none_beside_one_that_does_is_undecided() {
    var plan = cluster("lab", c -> {
      c.node("pve1", n -> n.timeServers("ntp1"));
      c.node("pve2", n -> {});
      c.node("pve3", n -> n.timeSync(TimeSync.OFF));
    });

    rule.on(plan).reportsExactly("CLU-038[node/pve3]").andIsUndecidedFor("time servers of pve2");
  }

  @Test
  void nothing_said_is_the_pool_of_chrony_for_all() {
    rule.on(cluster("lab", c -> c.node("pve1", n -> {}))).passes();
  }

  @Test
  void without_nodes_it_is_not_applicable() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }
}
