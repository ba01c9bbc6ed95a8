package io.pveplan.rules.ceph;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.withCeph;

import io.pveplan.rules.SingleFaults;
import java.util.Optional;
import java.util.stream.Stream;

class CephFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault(
            "Ceph without cluster network",
            withCeph(threeNodes(), it -> it.clusterNetwork(Optional.empty())),
            "CEPH-016[ceph]"),
        fault(
            "Ceph with one network for both",
            withCeph(threeNodes(), it -> it.clusterNetwork("ceph-public")),
            "CEPH-016[ceph]"));
  }
}
