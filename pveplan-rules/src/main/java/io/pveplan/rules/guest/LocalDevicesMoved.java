package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a planned move of a machine with a device that does not move: one directly of its node, a
 * mapping without an entry for the target, and for a running machine all but PCI devices whose mapping
 * says that they can be moved in use.
 */
@RuleInfo(
    id = "MIG-007",
    severity = Severity.ERROR,
    summary = "A machine is to be moved with a device that can not be moved",
    why = """
        The move is refused before it begins: a device of the node stays where it is, and the target \
        has to have one for each mapping.""",
    remedy = "Use mappings with an entry for the target, and move the machine while it is stopped.",
    sources = {
      "qemu-server: src/PVE/QemuMigrate/Helpers.pm, check_local_resources",
      "qemu-server: src/PVE/QemuMigrate.pm, prepare"
    },
    since = "0.1")
final class LocalDevicesMoved implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Migration move : plan.plan().migrations()) {
      if (plan.guest(move.guest()).orElseThrow() instanceof Vm vm) {
        for (int index = 0; index < vm.devices().size(); index++) {
          check(move, vm, index, plan, findings);
        }
      }
    }
  }

  private static void check(
      Migration move, Vm vm, int index, ResolvedPlan plan, Findings findings) {
    GuestDevice device = vm.devices().get(index);
    PlanPath path = move.path().child(vm.deviceSlot(index));
    findings.looksAt(path);
    trouble(move, vm, device, plan)
        .ifPresent(trouble -> findings
            .on(path)
            .says(
                "guest %s moves to %s with %s, but %s",
                move.guest(),
                move.target(),
                device.mapping().or(device::host).orElseThrow(),
                trouble)
            .because("target", move.target())
            .because("running", move.running())
            .declaredAt(move.declaredAt()));
  }

  private static Optional<String> trouble(
      Migration move, Vm vm, GuestDevice device, ResolvedPlan plan) {
    Optional<DeviceMapping> mapping = plan.mapping(device);
    if (mapping.isEmpty()) {
      return Optional.of("that is one of its node");
    }
    if (mapping.get().on(move.target()).isEmpty()) {
      return Optional.of("the mapping has nothing there");
    }
    boolean moves = device.deviceKind() == DeviceKind.PCI && mapping.get().liveMigration();
    return move.running() && !vm.template() && !moves
        ? Optional.of("it runs, and that can not be moved in use")
        : Optional.empty();
  }
}
