package io.pveplan.rules.sdn;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.sdn.SdnSubnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a subnet of a VNet whose gateway lies outside of it.
 *
 * <p>An IPv4 gateway of a /32 may: that is a point-to-point subnet. A subnet that is none, or has a
 * prefix other than 8 to 32 (IPv6: 8 to 128), can not be in a plan.
 */
@RuleInfo(
    id = "SDN-021",
    severity = Severity.ERROR,
    summary = "The gateway of a subnet lies outside of it",
    why = "Proxmox VE refuses a subnet whose gateway its guests could not reach directly.",
    remedy = "Give the subnet a gateway of its own addresses.",
    sources = {
      "article Proxmox-Cluster planen, SDN",
      "pve-network: src/PVE/Network/SDN/SubnetPlugin.pm, on_update_hook"
    },
    since = "0.1")
final class GatewayOutsideSubnet implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (SdnSubnet subnet : plan.sdn().subnets()) {
      findings.looksAt(subnet.path());
      Optional<IpAddress> outside = subnet.gateway().filter(gateway -> isOutside(gateway, subnet));
      if (outside.isPresent()) {
        findings
            .on(subnet.path())
            .says("gateway %s is not in subnet %s", outside.get(), subnet.subnet())
            .because("gateway", outside.get())
            .because("subnet", subnet.subnet())
            .declaredAt(subnet.declaredAt());
      }
    }
  }

  private static boolean isOutside(IpAddress gateway, SdnSubnet subnet) {
    boolean pointToPoint = gateway.isV4() && subnet.subnet().prefixLength() == 32;
    return !pointToPoint && !subnet.subnet().contains(gateway);
  }
}
