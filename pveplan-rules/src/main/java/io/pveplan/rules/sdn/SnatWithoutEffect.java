package io.pveplan.rules.sdn;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.sdn.EvpnZone;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.model.sdn.SimpleZone;
import io.pveplan.model.sdn.Vnet;
import io.pveplan.model.sdn.Zone;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a subnet with SNAT that gets none: in a zone that nodes do not route for, without
 * gateway, or in an EVPN zone without exit node.
 *
 * <p>A primary exit node is asked for when there are several; a single one is the only way out
 * already.
 */
@RuleInfo(
    id = "SDN-032",
    severity = Severity.WARNING,
    summary = "SNAT is switched on where it has no effect",
    why = """
        SNAT is done by the node that is the gateway of the subnet. In VLAN, QinQ and VXLAN zones \
        that is no node, in an EVPN zone only exit nodes are; with several of them answers find \
        back only through a primary one.""",
    remedy = "Use a simple zone with a gateway, or an EVPN zone with a primary exit node.",
    sources = {"article Proxmox-Cluster planen, SDN", "pve-docs: pvesdn.adoc, Subnets; EVPN Zones"},
    since = "0.1")
final class SnatWithoutEffect implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (SdnSubnet subnet : plan.sdn().subnets()) {
      if (subnet.snat()) {
        Zone zone = plan.vnet(subnet.vnet()).map(Vnet::zone).flatMap(plan::zone).orElseThrow();
        check(subnet, zone, findings);
      }
    }
  }

  private static void check(SdnSubnet subnet, Zone zone, Findings findings) {
    findings.looksAt(subnet.path());
    Optional<String> trouble = trouble(subnet, zone);
    if (trouble.isPresent()) {
      findings
          .on(subnet.path())
          .says("subnet %s has SNAT, but %s", subnet.subnet(), trouble.get())
          .because("zone", zone.id())
          .because("type", zone.type())
          .because("gateway", subnet.gateway())
          .declaredAt(subnet.declaredAt());
    }
  }

  private static Optional<String> trouble(SdnSubnet subnet, Zone zone) {
    if (!(zone instanceof SimpleZone || zone instanceof EvpnZone)) {
      return Optional.of("its zone %s is of type %s".formatted(zone.id(), zone.type()));
    }
    if (subnet.gateway().isEmpty()) {
      return Optional.of("no gateway");
    }
    if (zone instanceof EvpnZone evpn && evpn.exitNodes().isEmpty()) {
      return Optional.of("its zone %s has no exit node".formatted(zone.id()));
    }
    if (zone instanceof EvpnZone evpn
        && evpn.exitNodes().size() > 1
        && evpn.primaryExitNode().isEmpty()) {
      return Optional.of("its zone %s has %d exit nodes and no primary one"
          .formatted(zone.id(), evpn.exitNodes().size()));
    }
    return Optional.empty();
  }
}
