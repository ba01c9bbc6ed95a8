package io.pveplan.rules.cluster;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withCorosync;
import static io.pveplan.rules.testing.PlanChanges.withEachNode;
import static io.pveplan.rules.testing.PlanChanges.withNode;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Switch;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

class ClusterFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    ClusterPlan healthy = threeNodes();
    return Stream.of(
        fault(
            "one node with the two votes there are, and no promise to survive",
            changed(
                withNode(withEachNode(healthy, it -> it.votes(0)), "pve1", it -> it.votes(2)),
                it -> it.survivesNodeFailures(OptionalInt.empty()).ha(Optional.empty())),
            "CLU-003[cluster]",
            "CAP-010[rack/rack-a]"),
        fault(
            "a goal beyond the votes",
            changed(healthy, it -> it.survivesNodeFailures(2)),
            "CLU-004[cluster]"),
        fault(
            "Corosync on the management network only",
            withCorosync(healthy, it -> it.links(List.of(link(0, "mgmt")))),
            "CLU-027[corosync/link0]"),
        fault(
            "both switches on one circuit",
            changed(
                healthy,
                it -> it.switches(healthy.switches().stream()
                    .map(device -> Switch.builder()
                        .from(device)
                        .powerSupplies(
                            List.of(PowerSupply.builder().circuit("feed-a").build()))
                        .build())
                    .toList())),
            "CLU-026[corosync/link1]"));
  }

  private static CorosyncLink link(int number, String network) {
    return CorosyncLink.builder().number(number).network(network).build();
  }
}
