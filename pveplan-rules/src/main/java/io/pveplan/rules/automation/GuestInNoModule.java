package io.pveplan.rules.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformRefusal;
import io.pveplan.model.guest.Guest;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports guests that the plan gives to Terraform and that are in no module, since a provider can not
 * express all of them. Guests of one profile with the same reasons are one finding, at the first.
 * Who makes them instead is not said: of some no script can make all either, which the runbook
 * tells. Those that lack only a node are left to GST-035.
 */
@RuleInfo(
    id = "TF-018",
    severity = Severity.WARNING,
    summary = "A guest that the plan gives to Terraform is in none of its modules",
    why = """
        A guest is in a module with all that the plan says of it, or not at all. Where a provider can \
        not express something, a script makes the guest if it can; the runbook says which guests no \
        script makes either. A guest that leaves a module which was \
        applied is destroyed by the next apply, with its disks.""",
    remedy = """
        Leave out what stands in the way, or name those that Terraform is to make without these. \
        Where the module was applied with them, take each out of the state before the next apply: \
        terraform state rm, with the address that terraform state list shows.""",
    sources = {
      "bpg/terraform-provider-proxmox: docs/resources/virtual_environment_vm.md",
      "Telmate/terraform-provider-proxmox: docs/resources/vm_qemu.md",
      "hashicorp/terraform: website, cli/commands/state/rm"
    },
    since = "0.1")
final class GuestInNoModule implements Rule {

  /** Guests that can be told of at once: of one profile, or one alone. */
  private record Cause(String fleet, List<String> reasons) {}

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan().terraform().ifPresent(it -> check(plan, it, findings));
  }

  private static void check(ResolvedPlan plan, Terraform terraform, Findings findings) {
    Map<Cause, List<Guest>> left = new LinkedHashMap<>();
    for (Guest guest : plan.guests()) {
      if (!terraform.wants(guest)) {
        continue;
      }
      List<TerraformRefusal> refusals = plan.terraformGuests().refusals(guest);
      if (guest.node().isEmpty() && lackOneThing(refusals)) {
        continue;
      }
      List<String> reasons =
          refusals.stream().map(GuestInNoModule::reason).distinct().toList();
      if (reasons.isEmpty()) {
        findings.looksAt(guest.path());
      } else {
        String fleet = guest.fleet().orElse("guest " + guest.vmid());
        left.computeIfAbsent(new Cause(fleet, reasons), key -> new ArrayList<>())
            .add(guest);
      }
    }
    left.forEach((cause, guests) -> report(cause, guests, terraform, findings));
  }

  // The missing node is among the reasons of each provider.
  private static boolean lackOneThing(List<TerraformRefusal> refusals) {
    return refusals.stream().map(TerraformRefusal::reason).distinct().count() == 1;
  }

  private static String reason(TerraformRefusal refusal) {
    return refusal.reason() + " (" + refusal.provider() + ")";
  }

  private static void report(
      Cause cause, List<Guest> guests, Terraform terraform, Findings findings) {
    Guest first = guests.get(0);
    String more = guests.size() == 1
        ? ""
        : " and " + (guests.size() - 1) + " more of profile " + cause.fleet();
    findings
        .on(first.path())
        .says(
            "Terraform does not make %s (%s)%s: %s",
            first.name(), first.vmid(), more, String.join("; ", cause.reasons()))
        .because("guests", guests.stream().map(it -> it.vmid().value()).toList())
        .because("reasons", cause.reasons())
        .declaredAt(terraform.declaredAt().or(first::declaredAt));
  }
}
