package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.unit.DataRate;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.MigrationLink;
import io.pveplan.rules.migration.MoveTime;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports a virtual machine that writes its memory nearly as fast as the migration network of its
 * node copies it, or faster: 0.8 of its speed, or the limit of the plan. Of a machine with a planned
 * move in use that move counts, with the slower of both nodes.
 */
@RuleInfo(
    id = "MIG-021",
    severity = Severity.WARNING,
    summary = "A VM writes its memory faster than a move copies it",
    why = """
        A move copies memory while the machine writes it, and what was written once more. When more \
        is written than copied that does not end: QEMU slows the machine down, and the move may fail.""",
    remedy = "Give migrations a faster network, raise their limit, or move the machine stopped.",
    sources = {"pve-docs: qm.adoc, Online Migration, How it works", "derived"},
    since = "0.1")
final class MigrationSlowerThanMemory implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() < 2) {
      return;
    }
    Map<Vmid, PlannedMove> moves = new HashMap<>();
    PlannedMoves.of(plan).live().forEach(it -> moves.put(it.guest().vmid(), it));
    Map<String, Optional<DataRate>> speeds = new HashMap<>();
    plan.guests().forEach(guest -> {
      if (guest instanceof Vm vm && vm.dirtyRate().isPresent() && !vm.template()) {
        findings.looksAt(vm.path());
        DataRate dirty = vm.dirtyRate().get();
        if (vm.node().isEmpty()) {
          findings.undecided(vm.path(), "node of guest " + vm.vmid());
        } else if (moves.containsKey(vm.vmid())) {
          check(vm, moves.get(vm.vmid()), dirty, plan, findings);
        } else {
          // Machines of a node go the same way, but those under HA.
          String way = vm.node().get() + (plan.placement().managedByHa(vm.vmid()) ? " HA" : "");
          Optional<DataRate> speed =
              speeds.computeIfAbsent(way, it -> MigrationLink.speedOfMove(plan, vm));
          check(vm, vm.node().get(), speed, dirty, plan, findings);
        }
      }
    });
  }

  private static void check(
      Vm vm, PlannedMove planned, DataRate dirty, ResolvedPlan plan, Findings findings) {
    String target = planned.move().target();
    MoveTime time = MoveTime.of(plan, planned);
    if (time.rate().isEmpty()) {
      findings.undecided(
          vm.path(), "speed of the migration network of " + vm.node().get() + " and " + target);
    } else if (time.converges().filter(it -> !it).isPresent()) {
      findings
          .on(vm.path())
          .says(
              "%s writes %s of its memory, and its move to %s copies %s at most",
              vm.name(), dirty, target, time.rate().get())
          .because("dirtyRate", dirty.toString())
          .because("rate", time.rate().get().toString())
          .declaredAt(vm.declaredAt());
    }
  }

  private static void check(
      Vm vm,
      String node,
      Optional<DataRate> speed,
      DataRate dirty,
      ResolvedPlan plan,
      Findings findings) {
    if (speed.isEmpty()) {
      findings.undecided(vm.path(), "speed of the migration network of " + node);
      return;
    }
    long copied = MigrationLink.limit(plan)
        .map(limit -> Math.min(limit.bitsPerSecond(), MigrationLink.usable(speed.get())))
        .orElse(MigrationLink.usable(speed.get()));
    if (dirty.bitsPerSecond() >= copied) {
      findings
          .on(vm.path())
          .says(
              "%s writes %s of its memory, and a move from %s copies %s at most",
              vm.name(), dirty, node, new DataRate(Math.max(1, copied)))
          .because("dirtyRate", dirty.toString())
          .because("speed", speed.get().toString())
          .declaredAt(vm.declaredAt());
    }
  }
}
