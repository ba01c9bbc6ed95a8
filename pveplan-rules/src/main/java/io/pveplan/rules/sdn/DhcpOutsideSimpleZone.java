package io.pveplan.rules.sdn;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.Zone;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports DHCP in a zone of another type than simple. */
@RuleInfo(
    id = "SDN-023",
    severity = Severity.ERROR,
    summary = "DHCP is switched on in a zone that is not a simple one",
    why = """
        Only simple zones know the option dhcp; the others refuse it. Guests in them get their \
        addresses from elsewhere.""",
    remedy = "Use a simple zone, or a DHCP server outside of the SDN.",
    sources = {
      "article Proxmox-Cluster planen, SDN (speaks of DHCP for every zone)",
      "pve-network: src/PVE/Network/SDN/Zones, options of the plugins",
      "pve-docs: pvesdn.adoc, DHCP"
    },
    since = "0.1")
final class DhcpOutsideSimpleZone implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Zone zone : plan.sdn().zones()) {
      if (zone.dhcp()) {
        findings.looksAt(zone.path());
        if (!(zone instanceof SimpleZone)) {
          findings
              .on(zone.path())
              .says("zone %s of type %s has DHCP switched on", zone.id(), zone.type())
              .because("type", zone.type())
              .declaredAt(zone.declaredAt());
        }
      }
    }
  }
}
