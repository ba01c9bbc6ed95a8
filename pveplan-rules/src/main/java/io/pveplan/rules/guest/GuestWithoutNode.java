package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a guest of which the plan does not say on which node it is made; templates too. */
@RuleInfo(
    id = "GST-035",
    severity = Severity.WARNING,
    summary = "A guest has no node, so that nobody makes it",
    why = """
        A guest is made on a node: qm and pct make it where they run, and Terraform is told \
        node_name. Without one no script and no module makes the guest, and rules about its node \
        have nothing to look at.""",
    remedy = "Say node(..), or spreadOver(..) in the profile of a fleet.",
    sources = {
      "qemu-server: src/PVE/API2/Qemu.pm, create_vm (node is required)",
      "bpg/terraform-provider-proxmox: docs/resources/virtual_environment_vm.md, node_name"
    },
    since = "0.1")
final class GuestWithoutNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Guest guest : plan.guests()) {
      findings.looksAt(guest.path());
      if (guest.node().isEmpty()) {
        findings
            .on(guest.path())
            .says("the plan does not say which node %s starts its life on", guest.name())
            .declaredAt(guest.declaredAt());
      }
    }
  }
}
