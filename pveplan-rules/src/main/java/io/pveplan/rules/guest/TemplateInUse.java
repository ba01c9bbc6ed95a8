package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import io.pveplan.rules.FindingDraft;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reports a template that is to be started by HA, to have snapshots or to start with its node. The
 * last is skipped without a word, and therefore INFO.
 */
@RuleInfo(
    id = "CI-021",
    severity = Severity.ERROR,
    summary = "A template is treated as a running guest",
    why = """
        The disks of a template are read only: Proxmox VE refuses to start it, HA puts it into \
        the error state, and a guest with snapshots can not become a template.""",
    remedy = "Clone the template, and start the clone.",
    sources = {
      "qemu-server: src/PVE/QemuServer.pm, vm_start",
      "qemu-server: src/PVE/API2/Qemu.pm, template",
      "pve-manager: PVE/API2/Nodes.pm, startall"
    },
    since = "0.1")
final class TemplateInUse implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.template()) {
        findings.looksAt(vm.path());
        check(plan, vm, findings);
      }
    }
  }

  private static void check(ResolvedPlan plan, Vm vm, Findings findings) {
    List<String> faults = new ArrayList<>();
    Optional<HaResource> started =
        plan.placement().haResource(vm.vmid()).filter(it -> it.state() == HaState.STARTED);
    started.ifPresent(it -> faults.add("an HA resource to be started"));
    if (vm.snapshots()) {
      faults.add("to have snapshots");
    }
    boolean refused = !faults.isEmpty();
    if (vm.onBoot()) {
      faults.add("to start with its node");
    }
    if (faults.isEmpty()) {
      return;
    }
    FindingDraft finding = findings
        .on(vm.path())
        .says("template %s is %s", vm.name(), String.join(", and ", faults))
        .because("asked", faults)
        .declaredAt(started.flatMap(HaResource::declaredAt).or(vm::declaredAt));
    if (!refused) {
      finding.atMost(Severity.INFO).remedy("Leave it out: Proxmox VE skips templates.");
    }
  }
}
