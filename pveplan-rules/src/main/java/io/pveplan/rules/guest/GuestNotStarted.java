package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a guest that neither HA nor its node starts.
 *
 * <p>Templates are left out: they never run.
 */
@RuleInfo(
    id = "GST-033",
    severity = Severity.INFO,
    summary = "Nothing starts a guest after a power failure",
    why = """
        A guest outside of HA that does not start with its node stays off after a power failure \
        or a reboot until somebody starts it.""",
    remedy = "Say onBoot(), and in which turn by startup(..); or put the guest under HA.",
    sources = {"pve-docs: pvecm.adoc, Cluster Cold Start", "cv4pve-diag: WG0016"},
    since = "0.1")
final class GuestNotStarted implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      if (guest instanceof Vm vm && vm.template() || plan.placement().managedByHa(guest.vmid())) {
        continue;
      }
      findings.looksAt(guest.path());
      if (!guest.onBoot()) {
        findings
            .on(guest.path())
            .says("%s does not start with its node, and HA does not start it", guest.name())
            .declaredAt(guest.declaredAt());
      }
    }
  }
}
