package io.pveplan.rules.cluster;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withCorosync;
import static io.pveplan.rules.testing.PlanChanges.withEachNode;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNetwork;
import static io.pveplan.rules.testing.PlanChanges.withNode;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.rules.SingleFaults;
import java.time.Duration;
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
            "CLU-015[node/pve1]",
            "CLU-015[node/pve2]",
            "CLU-015[node/pve3]",
            "CAP-010[rack/rack-a]"),
        fault(
            "a goal beyond the votes",
            changed(healthy, it -> it.survivesNodeFailures(2)),
            "CLU-004[cluster]"),
        fault(
            "Corosync on the management network only",
            withCorosync(healthy, it -> it.links(List.of(link(0, "mgmt")))),
            "CLU-025[corosync]",
            "CLU-027[corosync/link0]",
            "CLU-031[node/pve1/bond0]",
            "CLU-031[node/pve2/bond0]",
            "CLU-031[node/pve3/bond0]"),
        fault(
            "a QDevice for three nodes",
            withCorosync(healthy, it -> it.qdevice(qdevice(false))),
            "CLU-005[corosync/qdevice]"),
        fault(
            "a forced QDevice for three nodes",
            withCorosync(healthy, it -> it.qdevice(qdevice(true))),
            "CLU-006[corosync/qdevice]"),
        fault(
            "two votes for each node",
            withEachNode(healthy, it -> it.votes(2)),
            "CLU-015[node/pve1]",
            "CLU-015[node/pve2]",
            "CLU-015[node/pve3]"),
        fault(
            "two votes for each node, beside a QDevice",
            withEachNode(withCorosync(healthy, it -> it.qdevice(qdevice(true))), it -> it.votes(2)),
            "CLU-006[corosync/qdevice]",
            "CLU-015[node/pve1]",
            "CLU-015[node/pve2]",
            "CLU-015[node/pve3]",
            "CLU-016[corosync/qdevice]"),
        fault(
            "a node without address on a link",
            withInterface(
                healthy,
                "pve3",
                "enp9s0",
                it -> Nic.builder().from((Nic) it).addresses(List.of()).build()),
            "CLU-018[corosync/link0]",
            "CLU-027[corosync/link0] undecided",
            "CLU-028[corosync/link0] undecided",
            "CLU-029[corosync/link0] undecided",
            "CLU-030[corosync/link0] undecided"),
        fault(
            "the fallback as preferred link",
            withCorosync(
                healthy, it -> it.links(List.of(link(0, "ring", 10), link(1, "mgmt", 20)))),
            "CLU-024[corosync/link1]",
            "CLU-027[corosync/link1]"),
        fault(
            "no fallback",
            withCorosync(healthy, it -> it.links(List.of(link(0, "ring")))),
            "CLU-025[corosync]"),
        fault(
            "the storage network as preferred link",
            withCorosync(healthy, it -> it.links(List.of(link(0, "storage"), link(1, "mgmt")))),
            "CLU-027[corosync/link0]",
            "CLU-028[corosync/link0]",
            "CLU-030[node/pve1/bond1]",
            "CLU-030[node/pve2/bond1]",
            "CLU-030[node/pve3/bond1]",
            "SHR-025[storage/nas]"),
        fault(
            "a bond of another mode below a link",
            withInterface(
                healthy,
                "pve1",
                "bond0",
                it -> Bond.builder().from((Bond) it).mode(BondMode.BALANCE_ALB).build()),
            "CLU-029[node/pve1/bond0]"),
        fault(
            "a link over a bond with LACP",
            withInterface(
                healthy,
                "pve2",
                "bond0",
                it -> Bond.builder().from((Bond) it).mode(BondMode.LACP).build()),
            "CLU-030[node/pve2/bond0]"),
        fault(
            "nodes far from each other",
            withNetwork(healthy, "ring", it -> it.latency(Duration.ofMillis(8))),
            "CLU-032[corosync/link0]",
            "CLU-032[corosync/link1] undecided"),
        fault(
            "a slow token",
            withCorosync(healthy, it -> it.tokenCoefficient(20_000)),
            "CLU-036[corosync]"),
        fault(
            "a clock that nothing keeps right",
            withNode(healthy, "pve2", it -> it.timeSync(TimeSync.OFF)),
            "CLU-038[node/pve2]"),
        fault(
            "a node with time servers of its own",
            withNode(healthy, "pve2", it -> it.addTimeServer("ntp9.example.net")),
            "CLU-038[cluster]"),
        fault(
            "a node with another release",
            withNode(
                withEachNode(healthy, it -> it.release("9.1")), "pve3", it -> it.release("9.0")),
            "CLU-039[cluster]"),
        fault(
            "a node that joins with a guest",
            withNode(healthy, "pve3", it -> it.addExistingGuest(Vmid.of(999))),
            "CLU-040[node/pve3]"));
  }

  private static QDevice qdevice(boolean force) {
    return QDevice.builder().address(IpAddress.parse("192.0.2.9")).force(force).build();
  }

  private static CorosyncLink link(int number, String network, int priority) {
    return CorosyncLink.builder()
        .number(number)
        .network(network)
        .priority(priority)
        .build();
  }

  private static CorosyncLink link(int number, String network) {
    return CorosyncLink.builder().number(number).network(network).build();
  }
}
