package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.BondMode;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reports a Corosync link over a bond that spreads packets without asking the switch.
 *
 * <p>Mode balance-slb of Open vSwitch chooses the NIC by the MAC address of the sender
 * (ovs-vswitchd.conf.db(5), bond_mode): what a node sends all goes over one of them, as with
 * active-backup, and the source below names it not.
 */
@RuleInfo(
    id = "CLU-029",
    severity = Severity.WARNING,
    summary = "A Corosync link runs over a bond of an unsuitable mode",
    why = """
        When a NIC of the bond stops to carry packets while its link stays up, these modes go on \
        sending a part of the packets over it. Each node then sees other nodes, no stable quorum \
        forms, and with HA healthy nodes fence themselves.""",
    remedy = "Use a single NIC for each link, or a bond with LACP and fast rate.",
    sources = "pve-docs: pvecm.adoc, Corosync Over Bonds",
    since = "0.1")
final class LinkOverUnsuitableBond implements Rule {

  private static final Set<BondMode> UNSUITABLE = EnumSet.of(
      BondMode.BALANCE_RR, BondMode.BALANCE_XOR, BondMode.BALANCE_TLB, BondMode.BALANCE_ALB);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (LinkBonds each : LinkBonds.of(plan.linksByPreference(), plan, findings)) {
      if (UNSUITABLE.contains(each.mode())) {
        findings
            .on(each.path())
            .says("%s, a bond of mode %s", each.describe(), each.mode())
            .because("links", each.links())
            .because("mode", each.mode())
            .declaredAt(each.bond().declaredAt());
      }
    }
  }
}
