package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.Optional;

/**
 * Reports an online move of a virtual machine of CPU type host to a CPU of a lower instruction set
 * level than the one it runs on.
 *
 * <p>A machine of type host uses what the node has on which it started. Flags are compared as
 * levels, the only form a plan has them in. Nodes of one CPU model pass. A level is not all there
 * is: CPUs of one level differ in flags, and a newer one may lack a flag of an older one. Type host
 * passes all of them on, so that a move to another model is left undecided unless the level of the
 * target is lower, which settles it.
 *
 * <p>Every other type asks the same of all nodes, those of planned moves included: GST-010, MIG-020.
 */
@RuleInfo(
    id = "MIG-016",
    severity = Severity.ERROR,
    summary = "A VM moves to a CPU that lacks flags it uses",
    why = """
        A guest goes on using the CPU flags it found when it started. If the CPU of the target \
        lacks one of them, the QEMU process there stops and the move fails.""",
    remedy = "Give the VM a CPU type that all nodes it moves between have.",
    sources = {"article Proxmox-Cluster planen, hardware", "pve-docs: qm.adoc, CPU Type"},
    since = "0.1")
final class CpuFlagsMissingOnTarget implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).live()) {
      if (each.guest() instanceof Vm vm && vm.cpuType().equals(Optional.of(CpuType.HOST))) {
        PlanPath subject = each.move().path();
        findings.looksAt(subject);
        each.open(BlockerKind.CPU_FLAGS).forEach(it -> findings.undecided(subject, it.fact()));
        if (!each.blockers(BlockerKind.CPU_FLAGS).isEmpty()) {
          report(each, plan, findings);
        }
      }
    }
  }

  private static void report(PlannedMove each, ResolvedPlan plan, Findings findings) {
    String target = each.move().target();
    CpuLevel used = level(plan, each.guest().node().orElseThrow());
    CpuLevel offered = level(plan, target);
    findings
        .on(each.move().path())
        .says(
            "%s of CPU type host uses %s and moves online to %s, which has %s",
            each.guest().name(), used, target, offered)
        .because("cpuType", CpuType.HOST)
        .because("usedLevel", used)
        .because("targetLevel", offered)
        .declaredAt(each.move().declaredAt());
  }

  private static CpuLevel level(ResolvedPlan plan, String node) {
    return plan.node(node)
        .flatMap(Node::hardware)
        .flatMap(Hardware::cpu)
        .flatMap(Cpu::level)
        .orElseThrow();
  }
}
