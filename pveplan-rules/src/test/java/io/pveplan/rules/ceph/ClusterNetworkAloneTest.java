package io.pveplan.rules.ceph;

import static io.pveplan.dsl.Pveplan.*;
import static io.pveplan.rules.testing.RuleVerifier.verify;

import io.pveplan.rules.HealthyPlans;
import io.pveplan.rules.testing.PlanChanges;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterNetworkAloneTest {

  @Test
  void a_cluster_network_alone_is_reported() {
    verify(new ClusterNetworkAlone())
        .on(PlanChanges.withCeph(
            HealthyPlans.threeNodes(), it -> it.publicNetwork(Optional.empty())))
        .reportsExactly("CEPH-015[ceph]")
        .withMessageContaining("cluster network ceph-cluster and no public network");
  }

  @Test
  void both_networks_pass() {
    verify(new ClusterNetworkAlone()).on(CephPlans.of(3, (c, nodes) -> {})).passes();
  }

  @Test
  void no_network_is_a_plan_too() {
    verify(new ClusterNetworkAlone()).on(cluster("lab", c -> c.ceph(s -> {}))).isNotApplicable();
  }
}
