package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reports a clone on another node than its template while the template has volumes that only its
 * node sees; its ISO image and cloud-init drive count.
 *
 * <p>Clones that nothing keeps from moving are reported as INFO. Terraform and scripts make them
 * beside the template and move them then, so that nothing is refused, but every clone is copied
 * twice. A linked clone does not move with disks that only its node sees, nor one with an ISO image
 * there. The provider Telmate moves none: a plan that names it leaves such clones to the scripts.
 *
 * <p>A template whose disks the plan does not tell is left undecided.
 */
@RuleInfo(
    id = "CI-019",
    severity = Severity.ERROR,
    summary = "A clone can not reach its template from its node",
    why = """
        A clone is written by the node that the template is on. It can be put on another node only \
        if all volumes of the template are on shared storage; otherwise Proxmox VE refuses it.""",
    remedy = """
        Put the template on shared storage, make one template per node, or make a full clone that \
        nothing keeps from moving, such as an ISO image on local storage: it is made beside the \
        template and moves then.""",
    sources = {
      "article Proxmox-Cluster planen, automation",
      "qemu-server: PVE/API2/Qemu.pm, check_storage_access_clone",
      "qemu-server: src/PVE/QemuMigrate.pm, scan_local_volumes",
      "bpg/terraform-provider-proxmox: docs/guides/multi-node.md"
    },
    since = "0.1")
final class TemplateOutOfReach implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.clone().isPresent()) {
        findings.looksAt(vm.path());
        check(vm, vm.clone().get(), mover(plan, vm), plan, findings);
      }
    }
  }

  // No module has a clone that its provider can not move (TerraformGuests).
  private static Optional<String> mover(ResolvedPlan plan, Vm vm) {
    if (plan.terraformGuests().makes(vm)) {
      return Optional.of("bpg");
    }
    return plan.contents().obstaclesToMovedClone(vm).isEmpty()
        ? Optional.of("a script")
        : Optional.empty();
  }

  private static void check(
      Vm vm, Clone clone, Optional<String> mover, ResolvedPlan plan, Findings findings) {
    Guest template = plan.guest(clone.template()).orElseThrow();
    List<String> local = plan.contents().localVolumes(template).stream()
        .map(volume -> volume.name() + " on " + volume.storage())
        .toList();
    boolean together = vm.node().isPresent() && vm.node().equals(template.node());
    if (!together && local.isEmpty() && plan.placement().lacksDisks(template)) {
      findings.undecided(vm.path(), "disks of guest " + template.vmid());
    }
    if (!together && local.isEmpty() && plan.placement().lacksCloudInitStorage(template)) {
      findings.undecided(vm.path(), "storage of the cloud-init drive of guest " + template.vmid());
    }
    if (together || local.isEmpty()) {
      return;
    }
    Stream.of(vm, template)
        .filter(guest -> guest.node().isEmpty())
        .forEach(guest -> findings.undecided(vm.path(), "node of guest " + guest.vmid()));
    if (vm.node().isPresent() && template.node().isPresent()) {
      String node = template.node().get();
      FindingDraft finding = findings
          .on(vm.path())
          .says(
              "%s on %s is a clone of guest %s, which has volumes on %s only: %s%s",
              vm.name(),
              vm.node().get(),
              template.vmid(),
              node,
              String.join(", ", local),
              mover.map(it -> "; " + it + " clones it there and then moves it").orElse(""))
          .because("node", vm.node())
          .because("template", template.vmid())
          .because("templateNode", node)
          .because("localVolumes", local)
          .declaredAt(clone.declaredAt().or(vm::declaredAt));
      if (mover.isPresent()) {
        finding
            .atMost(Severity.INFO)
            .remedy("Put the template on shared storage, or make one template per node, to spare"
                + " each clone the move.");
      }
    }
  }
}
