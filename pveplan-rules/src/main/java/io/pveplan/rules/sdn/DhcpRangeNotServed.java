package io.pveplan.rules.sdn;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.Zone;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports a subnet with a DHCP range in a zone without DHCP or without IPAM.
 *
 * <p>DHCP in a zone that can not have it is reported by SDN-023. That the SDN is never applied can
 * not be said in a plan: its bring-up applies it.
 */
@RuleInfo(
    id = "SDN-024",
    severity = Severity.WARNING,
    summary = "A DHCP range is in a zone that does not serve it",
    why = """
        Addresses of a range are handed out by dnsmasq, which runs only for a zone with dhcp, and \
        are picked by the IPAM of the zone; without one no network card ever gets an address.""",
    remedy = "Switch DHCP on in the zone and give it an IPAM, or drop the range.",
    sources = {
      "article Proxmox-Cluster planen, SDN (sets a range only)",
      "pve-docs: pvesdn.adoc, DHCP",
      "pve-network: src/PVE/Network/SDN/Vnets.pm, add_next_free_cidr"
    },
    since = "0.1")
final class DhcpRangeNotServed implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (SdnSubnet subnet : plan.sdn().subnets()) {
      if (!subnet.dhcpRanges().isEmpty()) {
        Zone zone = plan.vnet(subnet.vnet()).map(Vnet::zone).flatMap(plan::zone).orElseThrow();
        check(subnet, zone, findings);
      }
    }
  }

  private static void check(SdnSubnet subnet, Zone zone, Findings findings) {
    findings.looksAt(subnet.path());
    List<String> missing = new ArrayList<>();
    if (!zone.dhcp()) {
      missing.add("DHCP");
    }
    if (zone.ipam().isEmpty()) {
      missing.add("IPAM");
    }
    if (!missing.isEmpty()) {
      findings
          .on(subnet.path())
          .says(
              "subnet %s has DHCP range %s, but zone %s has no %s",
              subnet.subnet(),
              subnet.dhcpRanges().get(0),
              zone.id(),
              String.join(" and no ", missing))
          .because("zone", zone.id())
          .because("dhcp", zone.dhcp())
          .because("ipam", zone.ipam())
          .declaredAt(zone.declaredAt());
    }
  }
}
