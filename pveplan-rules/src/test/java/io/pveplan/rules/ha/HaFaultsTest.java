package io.pveplan.rules.ha;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withHa;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
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
            "guests that are to be together and fit nowhere together",
            withHa(
                withVm(
                    withVm(threeNodes(), 200, it -> it.memory(DataSize.gib(180))),
                    201,
                    it -> it.memory(DataSize.gib(180))),
                it -> it.resourceAffinities(replaced(
                    threeNodes().ha().orElseThrow().resourceAffinities(),
                    rule -> true,
                    rule -> ResourceAffinity.builder()
                        .from(rule)
                        .affinity(Affinity.POSITIVE)
                        .build()))),
            "HA-019[ha/rule/app-apart]"),
        fault(
            "a machine under HA with a device of its node",
            withVm(
                threeNodes(),
                200,
                it -> it.addDevice(
                    GuestDevice.builder().deviceKind(DeviceKind.USB).host("1-2").build())),
            "HA-022[ha/resource/200]",
            "MIG-007[migration/200/pve2/usb0]"),
        fault(
            "a mapping that one of two nodes has",
            withVm(
                changed(
                    threeNodes(),
                    it -> it.addDeviceMapping(DeviceMapping.builder()
                        .deviceKind(DeviceKind.DIRECTORY)
                        .id("share")
                        .addDevice(MappedDevice.builder()
                            .node("pve2")
                            .path("/srv/share")
                            .build())
                        .build())),
                201,
                it -> it.addDevice(GuestDevice.builder()
                    .deviceKind(DeviceKind.DIRECTORY)
                    .mapping("share")
                    .build())),
            "HA-033[ha/resource/201]"),
        fault(
            "guests under HA of very different size",
            withVm(threeNodes(), 200, it -> it.memory(DataSize.gib(1))),
            "HA-026[ha]"),
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
        .size(DataSize.gib(50))
        .build();
  }

  // With the promise to survive a node, CLU-004 says the same.
  private static ClusterPlan withoutPromise() {
    return changed(threeNodes(), it -> it.survivesNodeFailures(OptionalInt.empty()));
  }
}
