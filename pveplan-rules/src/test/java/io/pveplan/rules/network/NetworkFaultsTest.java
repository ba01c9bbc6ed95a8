package io.pveplan.rules.network;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withHardware;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNetwork;
import static io.pveplan.rules.testing.PlanChanges.withNode;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Bmc;
import io.pveplan.model.hardware.BmcKind;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class NetworkFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault(
            "guests on the storage network",
            withNetwork(threeNodes(), "storage", it -> it.addTraffic(Traffic.GUEST)),
            "NET-023[network/storage]"),
        fault(
            "untagged guests on the storage bridge of a node",
            withInterface(
                changed(
                    threeNodes(),
                    it -> it.addNetwork(
                        Network.builder().name("lab").addTraffic(Traffic.GUEST).build())),
                "pve2",
                "vmbr1",
                it -> Bridge.builder().from((Bridge) it).addNetwork("lab").build()),
            "NET-023[node/pve2/vmbr1]",
            "NET-045[cable/pve2/enp3s0]",
            "NET-045[cable/pve2/enp4s0]"),
        fault(
            "a bridge over a card that is none of the node",
            withNode(
                threeNodes(),
                "pve2",
                it -> it.addInterfaces(
                    Nic.builder().name("enp12s0").build(),
                    Bridge.builder().name("vmbr7").addPorts("enp21s0").build())),
            "NET-006[node/pve2/vmbr7]"),
        fault(
            "a guest on the management bridge",
            withVm(
                threeNodes(),
                230,
                it -> it.nics(List.of(GuestNic.builder().bridge("vmbr0").build()))),
            "NET-024[guest/230/net0]"),
        fault(
            "the storage bond of a node with one slave",
            withInterface(
                threeNodes(),
                "pve3",
                "bond1",
                it -> Bond.builder().from((Bond) it).slaves(List.of("enp3s0")).build()),
            "NET-025[node/pve3/vmbr1]",
            "NET-026[node/pve3/bond1]"),
        fault(
            "a bridge for guests with a long name",
            withNode(
                threeNodes(),
                "pve2",
                it -> it.addInterface(
                    Bridge.builder().name("vmbrspareone").addPorts("enp12s0").build())),
            "NET-002[node/pve2/vmbrspareone]"),
        fault(
            "a node with an address beside the router of the guests",
            withNode(threeNodes(), "pve2", it -> it.addInterface(nic("10.10.100.12/24", "guests"))),
            "NET-004[node/pve2]"),
        fault(
            "a bond for storage that is too small for its bridge",
            withInterface(
                withInterface(
                    threeNodes(),
                    "pve2",
                    "bond1",
                    it -> Bond.builder().from((Bond) it).mtu(Mtu.of(1500)).build()),
                "pve2",
                "vmbr1",
                it -> Bridge.builder().from((Bridge) it).mtu(Mtu.of(9000)).build()),
            "NET-012[node/pve2/vmbr1]",
            "NET-030[network/storage]"),
        fault(
            "a management controller with the address of a node",
            withHardware(
                threeNodes(),
                "pve3",
                it -> it.bmc(Bmc.builder()
                    .controller(BmcKind.REDFISH)
                    .address(on("10.10.1.11/24", "ring"))
                    .build())),
            "NET-019[node/pve3/bmc]"),
        fault(
            "a node with the broadcast address of the SAN",
            withInterface(
                threeNodes(),
                "pve3",
                "enp11s0",
                it -> Nic.builder()
                    .from((Nic) it)
                    .addresses(List.of(on("172.30.21.255/24", "san2")))
                    .build()),
            "NET-020[node/pve3/enp11s0]"),
        fault(
            "a node that is the router of its network",
            withInterface(
                threeNodes(),
                "pve2",
                "vmbr0",
                it -> Bridge.builder()
                    .from((Bridge) it)
                    .addresses(List.of(on("10.10.0.1/24", "mgmt")))
                    .build()),
            "NET-021[node/pve2/vmbr0]"),
        fault(
            "a spare NIC in the network of the ring",
            withNode(threeNodes(), "pve2", it -> it.addInterface(nic("10.10.1.112/24", "ring"))),
            "NET-022[node/pve2/enp12s0]"),
        fault(
            "a SAN port of a node with the usual MTU",
            withInterface(
                threeNodes(),
                "pve3",
                "enp11s0",
                it -> Nic.builder().from((Nic) it).mtu(Mtu.of(1500)).build()),
            "NET-030[network/san2]"),
        fault(
            "a VLAN of a guest on a bridge without uplink",
            tagged(Bridge.builder().name("vmbr9").build()),
            "NET-033[guest/230/net0]",
            "NET-034[guest/230/net0]"),
        fault(
            "a VLAN of a guest on a bridge that is not VLAN-aware",
            tagged(Bridge.builder().name("vmbr9").addPorts("enp12s0").build()),
            "NET-034[guest/230/net0]"),
        fault(
            "a VLAN of a guest that the bridge does not have",
            withVm(threeNodes(), 230, it -> it.nics(List.of(card("vmbr2", 200)))),
            "NET-035[guest/230/net0]"),
        fault(
            "trunks of a guest on a bridge that is not VLAN-aware",
            withVm(
                withNode(
                    threeNodes(),
                    "pve3",
                    it -> it.addInterface(
                        Bridge.builder().name("vmbr9").addPorts("enp12s0").build())),
                230,
                it -> it.nics(List.of(GuestNic.builder()
                    .bridge("vmbr9")
                    .addTrunk(VlanRange.of(100, 199))
                    .build()))),
            "NET-032[guest/230/net0]"),
        fault(
            "switches that are no pair",
            withSwitch("sw2", it -> it.stack(Optional.empty())),
            "NET-027[node/pve1/bond1]",
            "NET-027[node/pve1/bond2]",
            "NET-027[node/pve1/bond3]",
            "NET-027[node/pve2/bond1]",
            "NET-027[node/pve2/bond2]",
            "NET-027[node/pve2/bond3]",
            "NET-027[node/pve3/bond1]",
            "NET-027[node/pve3/bond2]",
            "NET-027[node/pve3/bond3]"),
        fault(
            "a slave on the other card's switch",
            withCable("pve2", "enp3s0", "sw2"),
            "CAP-013[switch/sw2]",
            "NET-029[node/pve2/bond1]"),
        fault(
            "a slave of another speed",
            withInterface(
                threeNodes(),
                "pve1",
                "enp5s0",
                it -> Nic.builder().from((Nic) it).speed(DataRate.gbit(10)).build()),
            "NET-028[node/pve1/bond2]",
            "NET-047[cable/pve1/enp5s0]"),
        fault(
            "a port that takes usual packets only",
            withSwitch(
                "sw1", it -> it.ports(List.of(row(1, 6, 9216), row(7, 7, 1500), row(8, 48, 9216)))),
            "NET-031[node/pve1/enp7s0]"),
        fault(
            "a management controller that DHCP may give its address away of",
            withController("10.10.9.230/24"),
            "NET-043[node/pve3/bmc]"),
        fault(
            "a management controller with a reserved address",
            withController("10.10.9.150/24"),
            "NET-044[node/pve3/bmc]"),
        fault(
            "a switch with the address of a management controller",
            withSwitch("sw2", it -> it.managementAddress(on("10.10.9.11/24", "oob"))),
            "NET-019[switch/sw2]"),
        fault(
            "a cable in a port of another network",
            changed(
                withCable("pve1", "enp9s0", "sw1"),
                it -> it.switches(replaced(
                    threeNodes().switches(),
                    device -> device.name().equals("sw1"),
                    device -> Switch.builder()
                        .from(device)
                        .ports(List.of(ofNetworks(1, 47), ofNetworks(48, 48, "storage")))
                        .build()))),
            "NET-045[cable/pve1/enp9s0]"),
        fault(
            "networks that want more than their bond carries",
            withNetwork(threeNodes(), "ceph-public", it -> it.bandwidth(DataRate.gbit(60))),
            "NET-046[node/pve1/bond3]",
            "NET-046[node/pve2/bond3]",
            "NET-046[node/pve3/bond3]"));
  }

  private static ClusterPlan tagged(Bridge bridge) {
    return withVm(
        withNode(threeNodes(), "pve3", it -> it.addInterface(bridge)),
        230,
        it -> it.nics(List.of(card("vmbr9", 150))));
  }

  private static GuestNic card(String bridge, int tag) {
    return GuestNic.builder().bridge(bridge).tag(VlanTag.of(tag)).build();
  }

  private static ClusterPlan withController(String address) {
    return withHardware(
        threeNodes(),
        "pve3",
        it -> it.bmc(Bmc.builder()
            .controller(BmcKind.REDFISH)
            .address(on(address, "oob"))
            .build()));
  }

  private static Nic nic(String address, String network) {
    return Nic.builder().name("enp12s0").addAddress(on(address, network)).build();
  }

  private static InterfaceAddress on(String address, String network) {
    return new InterfaceAddress(HostAddress.parse(address), Optional.of(network));
  }

  private static ClusterPlan withSwitch(String name, UnaryOperator<Switch.Builder> change) {
    return changed(
        threeNodes(),
        it -> it.switches(replaced(
            threeNodes().switches(),
            device -> device.name().equals(name),
            device -> change.apply(Switch.builder().from(device)).build())));
  }

  private static ClusterPlan withCable(String node, String nic, String device) {
    return changed(
        threeNodes(),
        it -> it.cables(replaced(
            threeNodes().cables(),
            cable -> cable.node().equals(node) && cable.nic().equals(Optional.of(nic)),
            cable -> Cable.builder().from(cable).switchName(device).port("48").build())));
  }

  private static SwitchPorts row(int first, int last, int mtu) {
    return SwitchPorts.builder()
        .first(first)
        .last(last)
        .speed(DataRate.gbit(25))
        .mtu(Mtu.of(mtu))
        .networks(threeNodes().networks().stream().map(Network::name).toList())
        .build();
  }

  private static SwitchPorts ofNetworks(int first, int last, String... networks) {
    List<String> all = threeNodes().networks().stream().map(Network::name).toList();
    return SwitchPorts.builder()
        .first(first)
        .last(last)
        .speed(DataRate.gbit(25))
        .networks(networks.length == 0 ? all : List.of(networks))
        .build();
  }
}
