package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CpuType;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
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
 * <p>Every other type asks the same of all nodes, those of planned moves included: GST-010.
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
    for (VmMove each : VmMove.live(plan)) {
      if (each.vm().cpuType().equals(Optional.of(CpuType.HOST))) {
        findings.looksAt(each.move().path());
        if (!sameModel(each, plan)) {
          check(each, plan, findings);
        }
      }
    }
  }

  private static boolean sameModel(VmMove each, ResolvedPlan plan) {
    Optional<String> from = each.sourceCpu(plan).map(Cpu::model);
    return from.isPresent() && from.equals(each.targetCpu(plan).map(Cpu::model));
  }

  private static void check(VmMove each, ResolvedPlan plan, Findings findings) {
    PlanPath subject = each.move().path();
    String target = each.move().target();
    Optional<CpuLevel> used = each.sourceCpu(plan).flatMap(Cpu::level);
    Optional<CpuLevel> offered = each.targetCpu(plan).flatMap(Cpu::level);
    if (used.isEmpty()) {
      findings.undecided(subject, levelOfSource(each));
    }
    if (offered.isEmpty()) {
      findings.undecided(subject, "CPU level of " + target);
    }
    if (used.isPresent() && offered.isPresent()) {
      if (used.get().compareTo(offered.get()) > 0) {
        findings
            .on(subject)
            .says(
                "%s of CPU type host uses %s and moves online to %s, which has %s",
                each.vm().name(), used.get(), target, offered.get())
            .because("cpuType", CpuType.HOST)
            .because("usedLevel", used.get())
            .because("targetLevel", offered.get())
            .declaredAt(each.move().declaredAt());
      } else {
        findings.undecided(
            subject, "CPU flags of " + each.vm().node().orElseThrow() + " and " + target);
      }
    }
  }

  private static String levelOfSource(VmMove each) {
    return each.vm()
        .node()
        .map(node -> "CPU level of " + node)
        .orElse("node of guest " + each.vm().vmid());
  }
}
