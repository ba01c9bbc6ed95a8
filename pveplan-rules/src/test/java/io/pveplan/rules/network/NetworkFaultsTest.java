package io.pveplan.rules.network;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.changed;
import static io.pveplan.rules.testing.PlanChanges.withInterface;
import static io.pveplan.rules.testing.PlanChanges.withNetwork;
import static io.pveplan.rules.testing.PlanChanges.withVm;

import io.pveplan.model.Traffic;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.network.Bond;
import io.pveplan.model.network.Bridge;
import io.pveplan.model.network.Network;
import io.pveplan.rules.SingleFaults;
import java.util.List;
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
            "NET-025[node/pve3/vmbr1]"));
  }
}
