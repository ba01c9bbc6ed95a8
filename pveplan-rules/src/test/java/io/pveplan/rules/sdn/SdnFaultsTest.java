package io.pveplan.rules.sdn;

import static io.pveplan.rules.HealthyPlans.threeNodes;
import static io.pveplan.rules.testing.PlanChanges.replaced;
import static io.pveplan.rules.testing.PlanChanges.withSdn;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.VlanZone;
import io.pveplan.rules.SingleFaults;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class SdnFaultsTest extends SingleFaults {

  @Override
  protected Stream<Fault> faults() {
    return Stream.of(
        fault(
            "a gateway outside of its subnet",
            withSubnet(it -> it.gateway(IpAddress.parse("10.150.11.1"))),
            "SDN-021[sdn/subnet/natnet1-10.150.10.0-24]"),
        fault(
            "a DHCP range turned around",
            withSubnet(
                it -> it.dhcpRanges(List.of(AddressRange.parse("10.150.10.200-10.150.10.100")))),
            "SDN-022[sdn/subnet/natnet1-10.150.10.0-24]"),
        fault(
            "DHCP in a VLAN zone",
            withSdn(
                threeNodes(),
                it -> it.addZone(
                    VlanZone.builder().id("lan1").bridge("vmbr2").dhcp(true).build())),
            "SDN-023[sdn/zone/lan1]"),
        fault(
            "a DHCP range in a zone without IPAM",
            withZone(it -> it.ipam(Optional.empty())),
            "SDN-024[sdn/subnet/natnet1-10.150.10.0-24]"),
        fault(
            "an EVPN controller on nodes without FRRouting",
            withSdn(
                threeNodes(),
                it -> it.addController(EvpnController.builder()
                    .id("evpn1")
                    .asn(65000)
                    .network("move")
                    .build())),
            "SDN-029[node/pve1]",
            "SDN-029[node/pve2]",
            "SDN-029[node/pve3]"),
        fault(
            "SNAT without gateway",
            withSubnet(it -> it.gateway(Optional.empty())),
            "SDN-032[sdn/subnet/natnet1-10.150.10.0-24]"));
  }

  private static ClusterPlan withSubnet(UnaryOperator<SdnSubnet.Builder> change) {
    List<SdnSubnet> subnets = threeNodes().sdn().orElseThrow().subnets();
    return withSdn(
        threeNodes(),
        it -> it.subnets(replaced(
            subnets,
            subnet -> true,
            subnet -> change.apply(SdnSubnet.builder().from(subnet)).build())));
  }

  private static ClusterPlan withZone(UnaryOperator<SimpleZone.Builder> change) {
    return withSdn(
        threeNodes(),
        it -> it.zones(replaced(
            threeNodes().sdn().orElseThrow().zones(),
            zone -> true,
            zone -> change.apply(SimpleZone.builder().from((SimpleZone) zone)).build())));
  }
}
