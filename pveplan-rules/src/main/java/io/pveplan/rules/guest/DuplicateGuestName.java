package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reports a guest whose name an earlier one in the plan has, in whatever case.
 */
@RuleInfo(
    id = "GST-005",
    severity = Severity.WARNING,
    summary = "Two guests have the same name",
    why = """
        Proxmox VE takes it, but whoever looks a guest up by name finds one of the two: \
        Terraform that clones by name, DNS, people.""",
    remedy = "Give each guest a name of its own.",
    sources = "telmate/proxmox: docs/resources/vm_qemu.md, clone",
    since = "0.1")
final class DuplicateGuestName implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, Vmid> first = new HashMap<>();
    for (Guest guest : plan.guests()) {
      findings.looksAt(guest.path());
      String name = guest.name().toLowerCase(Locale.ROOT);
      Optional<Vmid> other = Optional.ofNullable(first.putIfAbsent(name, guest.vmid()));
      if (other.isPresent()) {
        findings
            .on(guest.path())
            .says("guest %s is named %s, as guest %s", guest.vmid(), guest.name(), other.get())
            .because("name", guest.name())
            .because("other", other.get().value())
            .declaredAt(guest.declaredAt());
      }
    }
  }
}
