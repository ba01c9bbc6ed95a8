package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.network.MacAddress;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports a network card of a guest whose MAC address an earlier one in the plan has.
 *
 * <p>Templates are left out: their clones get addresses of their own.
 */
@RuleInfo(
    id = "GST-015",
    severity = Severity.WARNING,
    summary = "Two network cards of guests have the same MAC address",
    why = """
        A bridge or switch learns where a MAC address is and sends frames there: with two of one \
        address, both guests lose traffic.""",
    remedy = "Leave the address out: pveplan makes one from VMID and card.",
    sources = "cv4pve-diag: WG0033",
    since = "0.1")
final class DuplicateMac implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<MacAddress, PlanPath> first = new HashMap<>();
    for (Guest guest : plan.guests()) {
      if (guest instanceof Vm vm && vm.template()) {
        continue;
      }
      for (int number = 0; number < guest.nics().size(); number++) {
        GuestNic nic = guest.nics().get(number);
        PlanPath subject = guest.path().child("net" + number);
        if (nic.mac().isEmpty()) {
          continue;
        }
        findings.looksAt(subject);
        MacAddress mac = nic.mac().get();
        Optional<PlanPath> other = Optional.ofNullable(first.putIfAbsent(mac, subject));
        if (other.isPresent()) {
          findings
              .on(subject)
              .says("net%s of %s has MAC address %s, as %s", number, guest.name(), mac, other.get())
              .because("mac", mac.toString())
              .because("other", other.get().toString())
              .declaredAt(nic.declaredAt());
        }
      }
    }
  }
}
