package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.model.Traffic.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.rules.ReportedLines;
import io.pveplan.rules.testing.RuleVerifier;
import org.junit.jupiter.api.Test;

class CephNetworksIdenticalTest {

  private final RuleVerifier rule = verify(new CephNetworksIdentical());

  @Test
  void ceph_without_cluster_network_is_reported() {
    var plan = cluster("lab", c -> {
      var ceph = c.network("ceph", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC));
      c.ceph(s -> s.publicNetwork(ceph));
    });

    rule.on(plan)
        .reportsExactly("CEPH-016[ceph]")
        .withMessageContaining("Ceph has no cluster network")
        .withRemedyContaining("physical ports of its own");
  }

  @Test
  void pools_without_any_network_are_reported() {
    rule.on(cluster("lab", c -> c.cephPool("vm-disks", p -> {}))).reportsExactly("CEPH-016[ceph]");
  }

  @Test
  void one_network_for_both_is_reported() {
    var plan = cluster("lab", c -> {
      var ceph = c.network("ceph", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC, CEPH_CLUSTER));
      c.ceph(s -> s.publicNetwork(ceph).clusterNetwork(ceph));
    });

    rule.on(plan)
        .reportsExactly("CEPH-016[ceph]")
        .withMessageContaining(
            "public network ceph and cluster network ceph of Ceph are one network");
  }

  @Test
  void two_names_of_one_subnet_are_one_network() {
    var plan = cluster("lab", c -> {
      var front = c.network("front", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC));
      var back = c.network("back", "10.20.2.0/24", net -> net.carries(CEPH_CLUSTER));
      c.ceph(s -> s.publicNetwork(front).clusterNetwork(back));
    });

    rule.on(plan).reportsExactly("CEPH-016[ceph]").withMessageContaining("network front and");
  }

  @Test
  void two_networks_pass() {
    var plan = cluster("lab", c -> {
      var front = c.network("front", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC));
      var back = c.network("back", "10.20.3.0/24", net -> net.carries(CEPH_CLUSTER));
      c.ceph(s -> s.publicNetwork(front).clusterNetwork(back));
    });

    rule.on(plan).passes();
  }

  @Test
  void a_plan_without_ceph_is_not_looked_at() {
    rule.on(cluster("lab", c -> {})).isNotApplicable();
  }

  @Test
  void a_cluster_network_alone_is_undecided() {
    var plan = cluster("lab", c -> {
      var back = c.network("back", "10.20.3.0/24", net -> net.carries(CEPH_CLUSTER));
      c.ceph(s -> s.clusterNetwork(back));
    });

    rule.on(plan).isUndecidedFor("public network of Ceph");
  }

  @Test
  void the_line_is_that_of_ceph() {
    var plan = cluster("lab", c -> {
      var ceph = c.network("ceph", "10.20.2.0/24", net -> net.carries(CEPH_PUBLIC));
      c.ceph(s -> s.publicNetwork(ceph));
    });

    assertThat(ReportedLines.of(new CephNetworksIdentical(), plan))
        .containsExactly(plan.ceph().orElseThrow().declaredAt().orElseThrow());
  }
}
