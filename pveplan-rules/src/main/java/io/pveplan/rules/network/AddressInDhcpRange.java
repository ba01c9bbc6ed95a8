package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.Network;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports an address of the plan that the DHCP server of its network may give to another machine.
 *
 * <p>Ranges of SDN subnets are another matter: Proxmox VE itself gives out their addresses.
 */
@RuleInfo(
    id = "NET-043",
    severity = Severity.WARNING,
    summary = "A static address lies in a DHCP range",
    why = """
        The server may give the address to another machine. It looks first whether somebody \
        answers there, which a machine that is switched off does not.""",
    remedy = "Take an address outside of the range, or shrink the range.",
    sources = "RFC 2131: Dynamic Host Configuration Protocol, section 2.2",
    since = "0.1")
final class AddressInDhcpRange implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    RangeMembers.of(plan, Network::dhcpRanges, use -> true, findings)
        .values()
        .forEach(members -> RangeMembers.report(
            members,
            "%s has %s",
            it -> "%s of DHCP range %s of network %s"
                .formatted(it.use().address(), it.range().range(), it.network().name()),
            findings));
  }
}
