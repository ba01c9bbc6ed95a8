package io.pveplan.rules.capacity;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withCeph;
import static io.pveplan.rules.testing.PlanChanges.withHa;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.time.CalendarEvent;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class CapacityFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    ClusterPlan healthy = threeNodes();
    return Stream.of(
        fault(
            "two of three nodes in one rack",
            withHardware(healthy, "pve3", it -> it.rack("rack-b")),
            "CAP-010[rack/rack-b]",
            "CEPH-010[rack/rack-b]"),
        fault(
            "two of three nodes in one rack, of which Ceph is told",
            withCeph(
                withHardware(healthy, "pve3", it -> it.rack("rack-b")), it -> it.locations(true)),
            "CAP-010[rack/rack-b]",
            "CAP-011[ceph/pool/vm-disks]",
            "CEPH-010[rack/rack-b]"),
        fault(
            "a guest under HA with a copy that is too old where it is started",
            withHa(
                replicatedFaster(withVm(healthy, 220, it -> it.rpo(Duration.ofMinutes(10)))),
                it -> it.addResources(HaResource.builder().guest(Vmid.of(220)).build())),
            "CAP-016[guest/220]"),
        fault(
            "a machine that fits with its balloon only",
            withVm(healthy, 210, it -> it.memory(DataSize.gib(400)).balloon(DataSize.gib(8))),
            "CAP-001[node/pve2]",
            "CAP-007[node/pve2]",
            "CEPH-022[node/pve2]",
            "NODE-022[node/pve2]"),
        fault(
            "a machine that does not fit",
            withVm(healthy, 210, it -> it.memory(DataSize.gib(340))),
            "CAP-001[node/pve2]",
            "CAP-002[node/pve2]",
            "CEPH-022[node/pve2]"),
        fault(
            "a machine under HA that fits only where it is",
            withVm(
                withVm(
                    withVm(healthy, 200, it -> it.memory(DataSize.gib(150))),
                    210,
                    it -> it.memory(DataSize.gib(220))),
                230,
                it -> it.memory(DataSize.gib(190)).balloon(DataSize.gib(8))),
            "CAP-003[node/pve3]",
            "CAP-004[ha/resource/200]",
            "HA-026[ha]",
            "MIG-028[migration/200/pve3]"),
        fault(
            "a host for which too little is kept",
            withNode(healthy, "pve1", it -> it.hostReserve(DataSize.gib(20))),
            "CAP-005[node/pve1]"),
        fault(
            "more CPUs than a node has threads for",
            withVm(healthy, 210, it -> it.cores(300)),
            "CAP-006[node/pve2]",
            "CEPH-023[node/pve2]",
            "GST-006[guest/210]",
            "NODE-022[node/pve2]"),
        fault(
            "a machine that has to balloon",
            withVm(healthy, 210, it -> it.memory(DataSize.gib(290)).balloon(DataSize.gib(8))),
            "CAP-007[node/pve2]"),
        fault(
            "a disk that fills its pool and that of its copy",
            withVm(
                healthy,
                220,
                it -> it.disks(List.of(GuestDisk.builder()
                    .slot("scsi0")
                    .storage("tank-vm")
                    .size(DataSize.gib(1400))
                    .discard(true)
                    .build()))),
            "CAP-009[node/pve1/tank]",
            "CAP-009[node/pve2/tank]"),
        fault(
            "a node with much more memory than the others",
            withHardware(healthy, "pve1", it -> it.memory(DataSize.gib(640))),
            "CAP-015[cluster]"),
        fault(
            "OSDs so large that they take a day to fill",
            withCeph(
                largeOsds(healthy),
                it -> it.pools(replaced(
                    healthy.ceph().orElseThrow().pools(),
                    pool -> true,
                    pool -> CephPool.builder()
                        .from(pool)
                        .plannedData(DataSize.tb(250))
                        .build()))),
            "CAP-014[ceph/class/nvme]"));
  }

  private static ClusterPlan largeOsds(ClusterPlan healthy) {
    ClusterPlan plan = healthy;
    for (Node node : healthy.nodes()) {
      List<Disk> disks = replaced(
          node.hardware().orElseThrow().disks(),
          disk -> disk.device().contains("OSD"),
          disk -> Disk.builder().from(disk).size(DataSize.tb(122)).build());
      plan = withHardware(plan, node.name(), it -> it.memory(DataSize.gib(768)).disks(disks));
    }
    return plan;
  }

  // To pve3 besides, where HA does not start it.
  private static ClusterPlan replicatedFaster(ClusterPlan plan) {
    return ClusterPlan.builder()
        .from(plan)
        .addReplicationJobs(ReplicationJob.builder()
            .guest(Vmid.of(220))
            .number(1)
            .target("pve3")
            .schedule(CalendarEvent.parse("*/5"))
            .build())
        .build();
  }
}
