package com.example.acme.rules;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.network.VlanRange;
import io.pveplan.model.network.VlanTag;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.RuleParameter;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a network card of a guest in a VLAN that the network team did not give to virtual machines. */
@RuleInfo(
    id = "ACME-003",
    severity = Severity.ERROR,
    summary = "A guest is in a VLAN outside the range for guests",
    why =
        "The switches pass only that range to the nodes: what the guest sends in another VLAN is lost.",
    remedy = "Take a tag from the range, or ask the network team for a larger one.",
    sources = "Acme handbook, 5.3 VLANs",
    since = "1.0")
final class ForeignVlan implements Rule {

  static final RuleParameter<VlanRange> GUEST_VLANS = RuleParameter.of(
      "guestVlans",
      VlanRange.of(2000, 2499),
      "VLAN tags that are for guests",
      "Acme handbook, 5.3 VLANs",
      "a range of VLAN tags such as 2000-2499",
      VlanRange::parse);

  @Override
  public List<RuleParameter<?>> parameters() {
    return List.of(GUEST_VLANS);
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    VlanRange allowed = findings.parameter(GUEST_VLANS);
    for (Guest guest : plan.guests()) {
      for (int number = 0; number < guest.nics().size(); number++) {
        GuestNic nic = guest.nics().get(number);
        if (nic.tag().isPresent()) {
          judge(nic.tag().get(), allowed, guest, number, findings);
        }
      }
    }
  }

  // A card without a tag is in the VLAN of its bridge or VNet, which is not the business of the
  // guest.
  private static void judge(
      VlanTag tag, VlanRange allowed, Guest guest, int number, Findings findings) {
    PlanPath card = guest.path().child("net" + number);
    findings.looksAt(card);
    if (!allowed.contains(tag)) {
      findings
          .on(card)
          .says("net%d of %s is in VLAN %s, guests have %s", number, guest.name(), tag, allowed)
          .because("tag", tag)
          .because("guestVlans", allowed)
          .declaredAt(guest.nics().get(number).declaredAt());
    }
  }
}
