package io.pveplan.rules.network;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNetwork;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.hardware.SwitchPorts;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Mtu;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Nic;
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
            "NET-023[node/pve2/vmbr1]"),
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
            "NET-025[node/pve3/vmbr1]"),
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
            "NET-029[node/pve2/bond1]"),
        fault(
            "a slave of another speed",
            withInterface(
                threeNodes(),
                "pve1",
                "enp5s0",
                it -> Nic.builder().from((Nic) it).speed(DataRate.gbit(10)).build()),
            "NET-028[node/pve1/bond2]"),
        fault(
            "a port that takes usual packets only",
            withSwitch(
                "sw1", it -> it.ports(List.of(row(1, 6, 9216), row(7, 7, 1500), row(8, 48, 9216)))),
            "NET-031[node/pve1/enp7s0]"));
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
        .build();
  }
}
