package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.Network;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.EnumSet;
import java.util.Set;

/**
 * Reports an address that the plan gives away although its network reserves it for others. Routers
 * and servers that the plan only names may be those others.
 */
@RuleInfo(
    id = "NET-044",
    severity = Severity.WARNING,
    summary = "An address is reserved for others",
    why = """
        The range is kept for machines that the plan does not know. One of them has the address, or \
        will get it from whoever keeps to the reservation.""",
    remedy = "Take an address outside of the range, or shrink the range.",
    sources = "RFC 5227: IPv4 Address Conflict Detection, section 1",
    since = "0.1")
final class AddressReservedForOthers implements Rule {

  private static final Set<AddressKind> GIVEN = EnumSet.of(
      AddressKind.SDN_GATEWAY,
      AddressKind.VIP,
      AddressKind.NODE,
      AddressKind.BMC,
      AddressKind.SWITCH,
      AddressKind.UPS,
      AddressKind.GUEST);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    RangeMembers.of(plan, Network::reservedRanges, AddressReservedForOthers::isGiven, findings)
        .values()
        .forEach(members ->
            RangeMembers.report(members, "%s has %s", AddressReservedForOthers::text, findings));
  }

  private static boolean isGiven(AddressUse use) {
    return GIVEN.contains(use.kind());
  }

  private static String text(RangeMembers.Member member) {
    return "%s of range %s of network %s, which is reserved%s"
        .formatted(
            member.use().address(),
            member.range().range(),
            member.network().name(),
            member.range().purpose().map(purpose -> " for " + purpose).orElse(""));
  }
}
