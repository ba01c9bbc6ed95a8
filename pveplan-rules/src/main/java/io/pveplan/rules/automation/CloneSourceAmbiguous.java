package io.pveplan.rules.automation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.Terraform;
import io.pveplan.model.automation.TerraformProvider;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports a clone that the Terraform provider Telmate makes by the name of its template, while
 * other guests have that name too, or the template lies on local storage of another node.
 *
 * <p>The provider bpg clones by VMID and is not looked at. That a clone can not reach such a
 * template whoever makes it is reported by CI-019.
 */
@RuleInfo(
    id = "TF-013",
    severity = Severity.WARNING,
    summary = "Terraform clones by a name that does not lead to one template",
    why = """
        The provider Telmate looks for the source of a clone by name in the whole cluster. Of \
        several guests of that name it may take one whose disks the target can not reach.""",
    remedy = "Give the template a name of its own on storage that all nodes see, or clone by VMID.",
    sources = {
      "article, automation (clone = \"template-ubuntu\")",
      "Telmate/terraform-provider-proxmox: docs/resources/vm_qemu.md, clone",
      "derived: a name is no key in Proxmox VE"
    },
    since = "0.1")
final class CloneSourceAmbiguous implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Optional<Terraform> telmate =
        plan.plan().terraform().filter(it -> it.providers().contains(TerraformProvider.TELMATE));
    if (telmate.isEmpty()) {
      return;
    }
    Map<String, List<Guest>> byName = plan.guests().stream().collect(groupingBy(Guest::name));
    for (Vmid vmid : telmate.get().guests()) {
      if (plan.guest(vmid).orElseThrow() instanceof Vm vm && vm.clone().isPresent()) {
        Guest template = plan.guest(vm.clone().get().template()).orElseThrow();
        check(vm, template, byName.get(template.name()), plan, findings);
      }
    }
  }

  private static void check(
      Vm vm, Guest template, List<Guest> sameName, ResolvedPlan plan, Findings findings) {
    findings.looksAt(vm.path());
    List<String> local = plan.localVolumes(template).stream()
        .map(volume -> volume.name() + " on " + volume.storage())
        .toList();
    boolean together = vm.node().isPresent() && vm.node().equals(template.node());
    boolean apart = vm.node().isPresent() && template.node().isPresent() && !together;
    if (sameName.size() > 1) {
      String vmids = sameName.stream().map(it -> it.vmid().toString()).collect(joining(", "));
      report(vm, template, "which is the name of guests " + vmids, findings);
    } else if (apart && !local.isEmpty()) {
      String reach = "which has volumes on %s only: %s";
      report(
          vm, template, reach.formatted(template.node().get(), String.join(", ", local)), findings);
    } else if (!together && !local.isEmpty()) {
      Stream.of(vm, template)
          .filter(guest -> guest.node().isEmpty())
          .forEach(guest -> findings.undecided(vm.path(), "node of guest " + guest.vmid()));
    } else if (!together && plan.placement().lacksCloudInitStorage(template)) {
      findings.undecided(vm.path(), "storage of the cloud-init drive of guest " + template.vmid());
    }
  }

  private static void report(Vm vm, Guest template, String trouble, Findings findings) {
    findings
        .on(vm.path())
        .says("Terraform clones %s from %s, %s", vm.name(), template.name(), trouble)
        .because("node", vm.node())
        .because("template", template.vmid())
        .because("templateNode", template.node())
        .declaredAt(vm.clone().flatMap(Clone::declaredAt).or(vm::declaredAt));
  }
}
