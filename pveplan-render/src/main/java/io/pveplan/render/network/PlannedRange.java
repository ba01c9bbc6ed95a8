package io.pveplan.render.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.AddressRange;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.ReservedRange;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.sdn.SdnSubnet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A range of addresses that a network or an SDN subnet sets aside.
 *
 * @param range the addresses
 * @param subnet the subnet they are of
 * @param network name of the network, or ID of the VNet
 * @param dhcp whether a DHCP server gives them out
 * @param purpose what they are for; empty if nobody says so
 * @param path the network or SDN subnet
 */
record PlannedRange(
    AddressRange range,
    Subnet subnet,
    String network,
    boolean dhcp,
    String purpose,
    PlanPath path) {

  /** The ranges of a plan, rising. */
  static List<PlannedRange> of(ResolvedPlan plan) {
    List<PlannedRange> all = new ArrayList<>();
    for (Network network : plan.networks()) {
      network.dhcpRanges().forEach(it -> all.add(of(it, network, true)));
      network.reservedRanges().forEach(it -> all.add(of(it, network, false)));
    }
    for (SdnSubnet subnet : plan.sdn().subnets()) {
      // One that runs backwards is a finding of SDN-022 and has no address.
      subnet.dhcpRanges().stream()
          .filter(range -> range.start().compareTo(range.end()) <= 0)
          .map(range ->
              new PlannedRange(range, subnet.subnet(), subnet.vnet(), true, "", subnet.path()))
          .forEach(all::add);
    }
    all.sort(Comparator.comparing(PlannedRange::range));
    return all;
  }

  private static PlannedRange of(ReservedRange range, Network network, boolean dhcp) {
    return new PlannedRange(
        range.range(),
        network.subnet().orElseThrow(),
        network.name(),
        dhcp,
        range.purpose().orElse(""),
        network.path());
  }

  String words() {
    String kind = (dhcp ? "DHCP range of " : "reserved in ") + network;
    return purpose.isEmpty() ? kind : kind + ": " + purpose;
  }
}
