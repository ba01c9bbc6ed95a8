package io.pveplan.rules.ha;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withHa;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

class HaFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault(
            "a guest under HA on a local disk",
            withVm(threeNodes(), 201, it -> it.disks(List.of(local()))),
            "HA-001[ha/resource/201]"),
        fault(
            "a node with more votes than the others together",
            withNode(withoutPromise(), "pve3", it -> it.votes(3)),
            "HA-002[ha]",
            "CAP-010[rack/rack-c]",
            "CEPH-039[ceph/pool/vm-disks]",
            "CLU-015[node/pve3]"),
        fault(
            "a strict rule over one node",
            withHa(
                threeNodes(),
                it -> it.nodeAffinities(replaced(
                    threeNodes().ha().orElseThrow().nodeAffinities(),
                    rule -> true,
                    rule -> NodeAffinity.builder()
                        .from(rule)
                        .nodes(List.of(rule.nodes().get(0)))
                        .build()))),
            "HA-016[ha/rule/app-home]"));
  }

  private static GuestDisk local() {
    return GuestDisk.builder()
        .slot("scsi0")
        .storage("tank-vm")
        .discard(true)
        .size(DataSize.gib(50))
        .build();
  }

  // With the promise to survive a node, CLU-004 says the same.
  private static ClusterPlan withoutPromise() {
    return changed(threeNodes(), it -> it.survivesNodeFailures(OptionalInt.empty()));
  }
}
