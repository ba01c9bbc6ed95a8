package io.pveplan.rules.cluster;

import static io.pveplan.rules.HealthyPlans.oneNode;
import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withCeph;
import static io.pveplan.rules.testing.PlanChanges.withCorosync;
import static io.pveplan.rules.testing.PlanChanges.withEachNode;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNetwork;
import static io.pveplan.rules.testing.PlanChanges.withNode;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.cluster.SurvivalGoal;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.network.Vlan;
import io.pveplan.rules.SingleFaults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ClusterFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    ClusterPlan healthy = threeNodes();
    return Stream.of(
        fault(
            "a second node, of which nothing more is known",
            changed(oneNode(), it -> it.addNode(Node.builder().name("pve2").build())),
            "CLU-003[cluster]",
            "CLU-025[corosync]",
            "MIG-013[cluster/migration]",
            "NODE-014[node/pve2]",
            "CAP-010[rack/rack-a]",
            "CAP-010[node/pve2] undecided",
            "CAP-015[cluster] undecided",
            "CLU-027[corosync] undecided",
            "NET-024[node/pve2] undecided",
            "NODE-007[node/pve2] undecided",
            "NODE-008[node/pve2] undecided",
            "NODE-010[node/pve2] undecided",
            "NODE-011[node/pve2] undecided",
            "NODE-012[node/pve2] undecided",
            "NODE-013[node/pve2] undecided",
            "NODE-018[node/pve2] undecided"),
        fault(
            "an address of a link that is also one of another node on the other link",
            withRing(
                withRing(
                    withRing(
                        withNetwork(healthy, "ring", it -> it.subnet(Subnet.parse("10.10.0.0/23"))),
                        "pve1",
                        "10.10.1.11/23"),
                    "pve2",
                    "10.10.0.11/23"),
                "pve3",
                "10.10.1.13/23"),
            "CLU-019[corosync/link0]",
            "NET-022[node/pve1/vmbr0]",
            "NET-022[node/pve2/vmbr0]",
            "NET-022[node/pve3/vmbr0]"),
        fault(
            "a goal beyond the votes",
            changed(healthy, it -> it.mustSurvive(List.of(SurvivalGoal.of(2, FailureKind.NODE)))),
            "CAP-012[cluster/mustSurvive/node]",
            "CEPH-039[ceph/pool/vm-disks]",
            "CLU-004[cluster]"),
        fault(
            "four monitors",
            withCeph(grown(healthy, 4), it -> it.addMonitors("pve4")),
            "CEPH-008[ceph]",
            "CLU-007[cluster]"),
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
        fault("four nodes without QDevice", grown(healthy, 4), "CLU-007[cluster]"),
        fault(
            "thirty-three nodes",
            withCorosync(grown(healthy, 33), it -> it.tokenCoefficient(125)),
            "CLU-037[cluster]"),
        fault(
            "thirty-three nodes and a token that takes its time by the day",
            grown(healthy, 33),
            "CLU-036[corosync] undecided",
            "CLU-037[cluster]"),
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
            "a QDevice on a guest",
            withCorosync(
                grown(healthy, 4),
                it -> it.qdevice(QDevice.builder()
                    .from(qdevice(false))
                    .address(IpAddress.parse("10.10.100.50"))
                    .build())),
            "CLU-009[corosync/qdevice]"),
        fault(
            "a node without address on a link",
            withInterface(
                healthy,
                "pve3",
                "enp9s0",
                it -> Nic.builder().from((Nic) it).addresses(List.of()).build()),
            "CLU-018[corosync/link0]",
            "CLU-026[corosync/link1] undecided",
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
            "CAP-013[switch/sw2]",
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
            "CLU-039[cluster]",
            "MIG-017[migration/200/pve3]"),
        fault(
            "a node that joins with a guest",
            withNode(healthy, "pve3", it -> it.addExistingGuest(Vmid.of(999))),
            "CLU-040[node/pve3]"),
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
            "CAP-013[circuit/feed-a]",
            "CAP-013[ups/ups-a]",
            "CLU-026[corosync/link1]",
            "SHR-018[storage/san]"));
  }

  /** The plan with more nodes like the last one, each with addresses and a rack of its own. */
  private static ClusterPlan grown(ClusterPlan plan, int nodes) {
    Node last = plan.nodes().get(plan.nodes().size() - 1);
    return changed(
        plan,
        it -> it.addAllNodes(IntStream.rangeClosed(plan.nodes().size() + 1, nodes)
                .mapToObj(number -> like(last, number))
                .toList())
            .switches(plan.switches().stream().map(ClusterFaultsTest::large).toList())
            .addAllCables(IntStream.rangeClosed(plan.nodes().size() + 1, nodes)
                .boxed()
                .flatMap(number -> cables(plan, last, number))
                .toList()));
  }

  private static Switch large(Switch device) {
    return Switch.builder()
        .from(device)
        .ports(device.ports().stream()
            .map(row -> SwitchPorts.builder().from(row).last(1024).build())
            .toList())
        .build();
  }

  private static Stream<Cable> cables(ClusterPlan plan, Node node, int number) {
    return plan.cables().stream()
        .filter(cable -> cable.node().equals(node.name()))
        .map(cable -> Cable.builder()
            .from(cable)
            .node("pve" + number)
            .port(String.valueOf(Integer.parseInt(cable.port()) + 20 * number))
            .build());
  }

  private static Node like(Node node, int number) {
    Hardware hardware = node.hardware().orElseThrow();
    return Node.builder()
        .from(node)
        .name("pve" + number)
        .hardware(Hardware.builder()
            .from(hardware)
            .rack("rack-" + number)
            .bmc(hardware
                .bmc()
                .map(bmc ->
                    Bmc.builder().from(bmc).address(like(bmc.address(), number)).build()))
            .build())
        .interfaces(node.interfaces().stream().map(each -> like(each, number)).toList())
        .build();
  }

  private static InterfaceAddress like(InterfaceAddress address, int number) {
    return new InterfaceAddress(address.address().subnet().host(10 + number), address.network());
  }

  private static NodeInterface like(NodeInterface each, int number) {
    List<InterfaceAddress> addresses =
        each.addresses().stream().map(address -> like(address, number)).toList();
    if (each instanceof Nic nic) {
      return Nic.builder().from(nic).addresses(addresses).build();
    } else if (each instanceof Bond bond) {
      return Bond.builder().from(bond).addresses(addresses).build();
    } else if (each instanceof Bridge bridge) {
      return Bridge.builder().from(bridge).addresses(addresses).build();
    }
    return Vlan.builder().from((Vlan) each).addresses(addresses).build();
  }

  private static QDevice qdevice(boolean force) {
    return QDevice.builder()
        .address(IpAddress.parse("192.0.2.9"))
        .force(force)
        .rack("office")
        .addPowerSupply(PowerSupply.builder().circuit("feed-a").build())
        .switchName("sw1")
        .build();
  }

  private static CorosyncLink link(int number, String network, int priority) {
    return CorosyncLink.builder()
        .number(number)
        .network(network)
        .priority(priority)
        .build();
  }

  private static ClusterPlan withRing(ClusterPlan plan, String node, String address) {
    return withInterface(
        plan,
        node,
        "enp9s0",
        it -> Nic.builder()
            .from((Nic) it)
            .addresses(
                List.of(new InterfaceAddress(HostAddress.parse(address), Optional.of("ring"))))
            .build());
  }

  private static CorosyncLink link(int number, String network) {
    return CorosyncLink.builder().number(number).network(network).build();
  }
}
