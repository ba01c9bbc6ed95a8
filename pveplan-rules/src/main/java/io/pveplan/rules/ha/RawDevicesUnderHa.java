package io.pveplan.rules.ha;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.ha.HaResource;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a machine under HA that is given a device of its node directly. */
@RuleInfo(
    id = "HA-022",
    severity = Severity.WARNING,
    summary = "A machine under HA has a device of its node, not one of a mapping",
    why = """
        On another node HA starts it with whatever is at the same address or port there, or can not \
        start it at all. Nothing checks that it is the same kind of device.""",
    remedy = "Declare a mapping with an entry for each node that the machine may run on.",
    sources = {
      "pve-docs: qm-pci-passthrough.adoc, Use in Clusters",
      "pve-ha-manager: src/PVE/HA/Resources/PVEVM.pm",
      "Corsinvest cv4pve-diag: WG0012"
    },
    since = "0.1")
final class RawDevicesUnderHa implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (HaResource resource : plan.ha().resources()) {
      if (plan.placement().recoveredByHa(resource.guest())
          && plan.guest(resource.guest()).orElseThrow() instanceof Vm vm
          && !vm.devices().isEmpty()) {
        check(resource, vm, findings);
      }
    }
  }

  private static void check(HaResource resource, Vm vm, Findings findings) {
    findings.looksAt(resource.path());
    List<GuestDevice> raw =
        vm.devices().stream().filter(device -> device.host().isPresent()).toList();
    if (!raw.isEmpty()) {
      List<String> names =
          raw.stream().flatMap(device -> device.host().stream()).toList();
      findings
          .on(resource.path())
          .says(
              "%s is under HA and has devices of its node: %s", vm.name(), String.join(", ", names))
          .because("devices", names)
          .because("node", vm.node())
          .declaredAt(raw.get(0).declaredAt().or(resource::declaredAt));
    }
  }
}
