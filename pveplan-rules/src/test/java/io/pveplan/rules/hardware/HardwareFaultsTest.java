package io.pveplan.rules.hardware;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Circuit;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskController;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerSupply;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.hardware.SystemRaid;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.MacAddress;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Vlan;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class HardwareFaultsTest extends SingleFaults {

  private static final Set<String> SAN_CARDS = Set.of("enp10s0", "enp11s0");

  @Override
  protected Stream<Fault> faults() {
    ClusterPlan healthy = threeNodes();
    return Stream.of(
        fault(
            "a node with a CPU of another generation",
            withHardware(
                healthy,
                "pve2",
                it -> it.cpu(Cpu.builder()
                    .model("AMD EPYC 9555P")
                    .sockets(1)
                    .threads(128)
                    .level(CpuLevel.V4)
                    .build())),
            "NODE-008[node/pve2]"),
        fault(
            "a cluster on 8.4 with one node whose cards are pinned",
            withNode(
                changed(healthy, it -> it.target(ProductVersion.PVE_8_4)),
                "pve2",
                it -> it.interfaces(it.build().interfaces().stream()
                    .map(HardwareFaultsTest::pinned)
                    .toList())),
            "HA-015[ha/rule/app-apart]",
            "NODE-024[node/pve1]",
            "NODE-024[node/pve3]",
            "NODE-025[cluster] undecided",
            "SHR-022[storage/san-lvm]"),
        fault("a node with five ports", fivePorts(healthy), "NODE-010[node/pve3]"),
        fault(
            "a node with one power supply",
            withHardware(healthy, "pve2", it -> it.powerSupplies(List.of(on("feed-a")))),
            "NODE-011[node/pve2]"),
        fault(
            "a node with both power supplies on one circuit",
            withHardware(
                healthy, "pve2", it -> it.powerSupplies(List.of(on("feed-a"), on("feed-a")))),
            "NODE-012[node/pve2]"),
        fault(
            "a node on circuits without UPS",
            withHardware(
                changed(
                    healthy,
                    it -> it.addCircuit(Circuit.builder().name("mains-1").build())
                        .addCircuit(Circuit.builder().name("mains-2").build())),
                "pve2",
                it -> it.powerSupplies(List.of(on("mains-1"), on("mains-2")))),
            "NODE-013[node/pve2]"),
        fault(
            "a node without management controller",
            withHardware(healthy, "pve2", it -> it.bmc(Optional.empty())),
            "NODE-014[node/pve2]"),
        fault(
            "nodes with a domain of 251 characters",
            changed(healthy, it -> it.domain("example.".repeat(31) + "net")),
            "NODE-002[node/pve1]",
            "NODE-002[node/pve2]",
            "NODE-002[node/pve3]"),
        fault(
            "a node with virtualization switched off",
            withHardware(
                healthy,
                "pve3",
                it -> it.cpu(Cpu.builder()
                    .model("AMD EPYC 9354P")
                    .sockets(1)
                    .threads(64)
                    .level(CpuLevel.V4)
                    .virtualization(false)
                    .build())),
            "CAP-012[cluster/mustSurvive/node]",
            "NODE-006[node/pve3]"),
        fault(
            "a storage node with little memory",
            withHardware(healthy, "pve3", it -> it.memory(DataSize.gib(13))),
            "CAP-003[node/pve3]",
            "CAP-012[cluster/mustSurvive/node]",
            "CEPH-022[node/pve3]",
            "LOC-018[node/pve3]",
            "NODE-023[node/pve3]",
            "CAP-001[node/pve3]",
            "CAP-002[node/pve3]",
            "CAP-015[cluster]",
            "MIG-028[migration/200/pve3]"),
        fault(
            "a storage node with little memory and no guests",
            withHardware(
                withVm(healthy, 230, it -> it.node("pve1")),
                "pve3",
                it -> it.memory(DataSize.gib(13))),
            "CAP-003[node/pve3]",
            "CAP-012[cluster/mustSurvive/node]",
            "CEPH-022[node/pve3]",
            "LOC-018[node/pve3]",
            "MIG-028[migration/200/pve3]",
            "NODE-007[node/pve3]"),
        fault(
            "a node without ECC memory",
            withHardware(healthy, "pve2", it -> it.eccMemory(Optional.empty())),
            "NODE-015[node/pve2]"),
        fault(
            "a node whose disks are behind a RAID controller",
            withDisks(healthy, it -> it.controller(DiskController.RAID)),
            "NODE-016[node/pve2]"),
        fault(
            "a node with consumer SSDs",
            withDisks(healthy, it -> it.powerLossProtection(false)),
            "NODE-017[node/pve2]"),
        fault(
            "a node that is installed on striped disks",
            withSystem(healthy, it -> it.raid(SystemRaid.RAID0)),
            "NODE-018[node/pve2]"),
        fault(
            "a node with a mirror of one disk",
            withSystem(healthy, it -> it.disks(it.build().disks().subList(0, 1))),
            "NODE-019[node/pve2]"),
        fault(
            "a node with more swap than half of its disk",
            withSystem(
                healthy,
                it -> it.disks(it.build().disks().subList(0, 1))
                    .filesystem(SystemFilesystem.EXT4)
                    .raid(Optional.empty())
                    .hardwareRaid(true)
                    .swap(DataSize.gib(300))),
            "NODE-021[node/pve2]"),
        fault(
            "packages from the test repository",
            changed(healthy, it -> it.repository(PackageRepository.TEST)),
            "NODE-026[cluster]"),
        fault(
            "a guest with more CPUs than its compute node",
            withVm(healthy, 220, it -> it.sockets(4).cores(32)),
            "GST-006[guest/220]",
            "NODE-022[node/pve1]"),
        fault(
            "a large guest on a management node",
            withVm(healthy, 230, it -> it.memory(DataSize.gib(193))),
            "NODE-023[node/pve3]"));
  }

  private static ClusterPlan withSystem(
      ClusterPlan plan, UnaryOperator<SystemDisks.Builder> change) {
    return withHardware(plan, "pve2", it -> {
      SystemDisks system = it.build().systemDisks().orElseThrow();
      return it.systemDisks(change.apply(SystemDisks.builder().from(system)).build());
    });
  }

  private static PowerSupply on(String circuit) {
    return PowerSupply.builder().circuit(circuit).build();
  }

  // On one node management and guests have one port each, and storage is a VLAN beside Ceph.
  private static ClusterPlan fivePorts(ClusterPlan healthy) {
    ClusterPlan plan = withoutIscsi(healthy);
    plan = withInterface(plan, "pve3", "vmbr0", it -> over("enp1s0", it));
    plan = withInterface(plan, "pve3", "vmbr2", it -> over("enp5s0", it));
    Vlan storage = Vlan.builder()
        .name("bond3.50")
        .parent("bond3")
        .tag(VlanTag.of(50))
        .addAddress(
            new InterfaceAddress(HostAddress.parse("172.20.50.13/24"), Optional.of("storage")))
        .build();
    List<NodeInterface> left = without(
        plan.nodes().get(2),
        Set.of("bond0", "bond1", "bond2", "vmbr1", "enp2s0", "enp3s0", "enp4s0", "enp6s0"));
    List<Cable> cables = plan.cables().stream()
        .filter(cable -> !cable.node().equals("pve3")
            || left.stream().anyMatch(each -> cable.nic().equals(Optional.of(each.name()))))
        .toList();
    return changed(
        withNode(plan, "pve3", it -> it.interfaces(left).addInterface(storage)),
        it -> it.cables(cables));
  }

  private static NodeInterface pinned(NodeInterface each) {
    return each instanceof Nic nic
        ? Nic.builder()
            .from(nic)
            .pinned(true)
            .mac(MacAddress.parse("02:00:5E:00:53:%02d"
                .formatted(Integer.parseInt(nic.name().replaceAll("enp([0-9]+)s0", "$1")))))
            .build()
        : each;
  }

  private static ClusterPlan withoutIscsi(ClusterPlan healthy) {
    GuestDisk first = healthy.guests().get(1).disks().get(0);
    ClusterPlan plan = withVm(healthy, 200, it -> it.disks(List.of(first)));
    return changed(
        plan,
        it -> it.storages(plan.storages().stream()
                .filter(storage -> !storage.id().startsWith("san"))
                .toList())
            .storageServers(plan.storageServers().subList(0, 1))
            .cables(plan.cables().stream()
                .filter(cable -> !SAN_CARDS.contains(cable.nic().orElse("")))
                .toList())
            .networks(plan.networks().stream()
                .filter(network -> !network.name().startsWith("san"))
                .toList())
            .switches(
                plan.switches().stream().map(HardwareFaultsTest::withoutSan).toList())
            .nodes(plan.nodes().stream()
                .map(node -> Node.builder()
                    .from(node)
                    .interfaces(without(node, SAN_CARDS))
                    .build())
                .toList()));
  }

  private static List<NodeInterface> without(Node node, Set<String> gone) {
    return node.interfaces().stream()
        .filter(each -> !gone.contains(each.name()))
        .toList();
  }

  private static NodeInterface over(String port, NodeInterface bridge) {
    return Bridge.builder().from((Bridge) bridge).ports(List.of(port)).build();
  }

  private static ClusterPlan withDisks(ClusterPlan plan, UnaryOperator<Disk.Builder> change) {
    return withHardware(plan, "pve2", it -> {
      List<Disk> disks = it.build().disks();
      return it.disks(disks.stream()
          .map(disk -> change.apply(Disk.builder().from(disk)).build())
          .toList());
    });
  }

  private static Switch withoutSan(Switch device) {
    return Switch.builder()
        .from(device)
        .ports(device.ports().stream()
            .map(row -> SwitchPorts.builder()
                .from(row)
                .networks(row.networks().stream()
                    .filter(name -> !name.startsWith("san"))
                    .toList())
                .build())
            .toList())
        .build();
  }
}
