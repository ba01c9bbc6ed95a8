package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.Optional;

/**
 * Reports a planned move of a machine with a device that does not move: one directly of its node, a
 * mapping without an entry for the target or whose devices there are taken by guests that the plan puts
 * there, and for a running machine all but PCI devices whose mapping says that they can be moved in
 * use. Directories of running machines are a matter of MIG-008.
 *
 * <p>HA moves a machine that is off together with devices of its node. Whether it starts there nobody
 * knows, as no plan tells what the target has at that place.
 */
@RuleInfo(
    id = "MIG-007",
    severity = Severity.ERROR,
    summary = "A machine is to be moved with a device that can not be moved",
    why = """
        The move is refused before it begins: a device of the node stays where it is, and the target \
        has to have one for each mapping. Where that is taken by another guest the machine does not \
        start on the target.""",
    remedy = "Use mappings with an entry for the target that is free there, and move the machine"
        + " while it is stopped.",
    sources = {
      "qemu-server: src/PVE/QemuMigrate/Helpers.pm, check_local_resources",
      "qemu-server: src/PVE/QemuMigrate.pm, prepare",
      "qemu-server: src/PVE/QemuServer/PCI.pm, reserve_pci_usage"
    },
    since = "0.1")
final class LocalDevicesMoved implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      if (each.guest() instanceof Vm vm) {
        for (int index = 0; index < vm.devices().size(); index++) {
          check(each, vm, index, findings);
        }
      }
    }
  }

  private static void check(PlannedMove each, Vm vm, int index, Findings findings) {
    Migration move = each.move();
    GuestDevice device = vm.devices().get(index);
    String slot = vm.deviceSlot(index);
    findings.looksAt(move.path().child(slot));
    Optional<Blocker> found = each
        .blockers(
            BlockerKind.DEVICE,
            BlockerKind.MAPPING,
            BlockerKind.DEVICE_TAKEN,
            BlockerKind.DEVICE_IN_USE)
        .stream()
        .filter(blocker -> blocker.part().equals(slot))
        .filter(blocker -> blocker.hinders(each.runningVm()))
        .findFirst();
    if (found.isPresent()) {
      findings
          .on(move.path().child(slot))
          .says(
              "guest %s moves to %s with %s, but %s",
              move.guest(), move.target(), found.get().what(), trouble(found.get(), device))
          .because("target", move.target())
          .because("running", move.running())
          .declaredAt(move.declaredAt());
    } else if (device.host().isPresent()) {
      findings.undecided(
          move.path().child(slot),
          "whether " + move.target() + " has " + device.deviceKind() + " device "
              + device.host().get());
    }
  }

  private static String trouble(Blocker blocker, GuestDevice device) {
    return switch (blocker.kind()) {
      case MAPPING -> "the mapping has nothing there";
      case DEVICE_TAKEN -> blocker.text();
      case DEVICE_IN_USE -> "it runs, and that can not be moved in use";
      default -> device.mapping().isEmpty() ? "that is one of its node" : blocker.text();
    };
  }
}
