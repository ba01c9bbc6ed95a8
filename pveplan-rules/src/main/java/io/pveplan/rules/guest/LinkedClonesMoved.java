package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reports each local disk of a moving guest that is a linked clone, or that linked clones use.
 * Where the plan tells no disk of the template nobody knows which these are.
 */
@RuleInfo(
    id = "MIG-011",
    severity = Severity.ERROR,
    summary = "A local disk is part of a linked clone",
    why = """
        A linked clone and the disk it hangs on stay together on the storage of one node.""",
    remedy = "Make a full clone, or put the template on shared storage.",
    sources = "qemu-server: src/PVE/QemuMigrate.pm, scan_local_volumes",
    since = "0.1")
final class LinkedClonesMoved implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Set<Vmid> bases = new HashSet<>();
    plan.vms().forEach(vm -> base(vm).ifPresent(bases::add));
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      PlanPath subject = each.move().path();
      findings.looksAt(subject);
      base(each.guest())
          .or(() -> Optional.of(each.guest().vmid()).filter(bases::contains))
          .flatMap(plan::guest)
          .filter(plan.placement()::lacksDisks)
          .ifPresent(base -> findings.undecided(subject, "disks of guest " + base.vmid()));
      for (Blocker blocker : each.blockers(BlockerKind.LINKED_CLONE)) {
        findings
            .on(blocker.part().isEmpty() ? subject : subject.child(blocker.part()))
            .says(
                "%s moves to %s, but %s", each.guest().name(), each.move().target(), blocker.text())
            .because("storage", blocker.what())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }

  private static Optional<Vmid> base(Guest guest) {
    return guest instanceof Vm vm
        ? vm.clone().filter(clone -> !clone.full()).map(Clone::template)
        : Optional.empty();
  }
}
