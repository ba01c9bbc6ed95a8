package io.pveplan.rules.capacity;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.withHardware;

import io.pveplan.model.ClusterPlan;
import io.pveplan.rules.SingleFaults;
import java.util.stream.Stream;

class CapacityFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    ClusterPlan healthy = threeNodes();
    return Stream.of(fault(
        "two of three nodes in one rack",
        withHardware(healthy, "pve3", it -> it.rack("rack-b")),
        "CAP-010[rack/rack-b]",
        "CEPH-010[rack/rack-b]"));
  }
}
