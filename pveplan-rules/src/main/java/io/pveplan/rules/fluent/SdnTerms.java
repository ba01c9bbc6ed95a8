package io.pveplan.rules.fluent;

import io.pveplan.model.network.IpAddress;
import io.pveplan.model.sdn.EvpnController;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.Zone;
import java.util.OptionalInt;

/**
 * The software-defined network, in words for rules. Meant to be imported statically.
 *
 * <pre>{@code
 * Rule tags = rule("ACME-018", WARNING)
 *     .forEach(vnets())
 *     .should(have(vnetTag(), between(100, 199)))
 *     .fix("Choose a tag of this cluster.");
 * }</pre>
 *
 * @since 0.1
 */
public final class SdnTerms {

  private SdnTerms() {}

  /** {@return the SDN zones} */
  public static Subjects<Zone> zones() {
    return Subjects.declared(
        "SDN zone", "SDN zones", plan -> plan.sdn().zones(), Zone::path, Zone::id);
  }

  /** {@return the VNets} */
  public static Subjects<Vnet> vnets() {
    return Subjects.declared("VNet", "VNets", plan -> plan.sdn().vnets(), Vnet::path, Vnet::id);
  }

  /** {@return the subnets of VNets} */
  public static Subjects<SdnSubnet> subnets() {
    return Subjects.declared(
        "subnet",
        "subnets",
        plan -> plan.sdn().subnets(),
        SdnSubnet::path,
        subnet -> subnet.subnet() + " of " + subnet.vnet());
  }

  /** {@return the EVPN controllers} */
  public static Subjects<EvpnController> controllers() {
    return Subjects.declared(
        "SDN controller",
        "SDN controllers",
        plan -> plan.sdn().controllers(),
        EvpnController::path,
        EvpnController::id);
  }

  /** {@return type of a zone as in zones.cfg} */
  public static Fact<Zone, String> zoneType() {
    return Fact.always("a type", Zone::type);
  }

  /** {@return MTU of the VNets of a zone} */
  public static Fact<Zone, Integer> zoneMtu() {
    return Fact.number("an MTU", Zone::mtu);
  }

  /** {@return IPAM of a zone} */
  public static Fact<Zone, String> ipam() {
    return Fact.said("an IPAM", Zone::ipam);
  }

  /** {@return holds for a zone with DHCP} */
  public static Condition<Zone> serveDhcp() {
    return Conditions.condition("serve DHCP", Zone::dhcp);
  }

  /** {@return tag of a VNet} */
  public static Fact<Vnet, Integer> vnetTag() {
    return Fact.number("a tag", Vnet::tag);
  }

  /** {@return zone of a VNet} */
  public static Fact<Vnet, String> vnetZone() {
    return Fact.always("a zone", Vnet::zone);
  }

  /** {@return alias of a VNet} */
  public static Fact<Vnet, String> alias() {
    return Fact.said("an alias", Vnet::alias);
  }

  /** {@return gateway of a subnet} */
  public static Fact<SdnSubnet, IpAddress> subnetGateway() {
    return Fact.said("a gateway", SdnSubnet::gateway);
  }

  /** {@return number of DHCP ranges of a subnet} */
  public static Fact<SdnSubnet, Integer> dhcpRanges() {
    return Fact.count(
        "DHCP range",
        "DHCP ranges",
        subnet -> OptionalInt.of(subnet.dhcpRanges().size()));
  }

  /** {@return holds for a subnet behind SNAT} */
  public static Condition<SdnSubnet> useSnat() {
    return Conditions.condition("use SNAT", SdnSubnet::snat);
  }

  /** {@return autonomous system number of a controller} */
  public static Fact<EvpnController, Long> asn() {
    return Fact.always("an ASN", EvpnController::asn);
  }
}
