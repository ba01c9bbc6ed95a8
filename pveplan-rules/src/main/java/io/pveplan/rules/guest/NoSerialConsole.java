package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.VgaType;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a machine made of the image of a cloud that has no serial console as its display. */
@RuleInfo(
    id = "CI-014",
    severity = Severity.INFO,
    summary = "A machine made of a cloud image has no serial console",
    why = """
        Images of clouds write to the first serial port, and many show nothing elsewhere: the \
        console of the web interface stays black, when the network fails too.""",
    remedy = """
        Give it a serial port and take that as its display; an image that has trouble with it works \
        with the default display.""",
    sources = "pve-docs: qm-cloud-init.adoc, Preparing Cloud-Init Templates",
    since = "0.1")
final class NoSerialConsole implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    CloudImages images = CloudImages.of(plan);
    for (Vm vm : plan.vms()) {
      if (images.disks(vm).isEmpty()) {
        continue;
      }
      findings.looksAt(vm.path());
      boolean shown = vm.vga().filter(VgaType.SERIAL0::equals).isPresent();
      if (!vm.serial0() || !shown) {
        findings
            .on(vm.path())
            .says(
                "%s is made of a cloud image and has %s",
                vm.name(),
                vm.serial0() ? "a serial port that is not its display" : "no serial port")
            .declaredAt(vm.declaredAt());
      }
    }
  }
}
