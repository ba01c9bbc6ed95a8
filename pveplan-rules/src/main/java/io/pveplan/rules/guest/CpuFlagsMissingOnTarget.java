package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuLevel;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * Reports an online move of a virtual machine to a CPU of a lower instruction set level than the
 * machine uses.
 *
 * <p>Flags are compared as levels, the only form a plan has them in. A machine of type host uses
 * the level of the node it leaves; of any other type but the generic ones no level is known. Nodes
 * of one CPU model pass whatever the type.
 *
 * <p>A level is not all there is: CPUs of one level differ in flags, and a newer one may lack a
 * flag of an older one. Type host passes all of them on, so that a move of such a machine to
 * another model is left undecided unless the level of the target is lower, which settles it.
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

  // qm.adoc, QEMU CPU Types; qemu64 is the baseline that the levels are made from.
  private static final Map<String, CpuLevel> LEVELS = Map.of(
      "kvm64", CpuLevel.V1,
      "qemu64", CpuLevel.V1,
      "x86-64-v2", CpuLevel.V2,
      "x86-64-v2-AES", CpuLevel.V2,
      "x86-64-v3", CpuLevel.V3,
      "x86-64-v4", CpuLevel.V4);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (VmMove each : VmMove.live(plan)) {
      findings.looksAt(each.move().path());
      String type = each.vm().cpuType().orElseThrow();
      if (LEVELS.get(type) != CpuLevel.V1 && !sameModel(each, plan)) {
        check(each, type, plan, findings);
      }
    }
  }

  private static boolean sameModel(VmMove each, ResolvedPlan plan) {
    Optional<String> from = each.sourceCpu(plan).map(Cpu::model);
    return from.isPresent() && from.equals(each.targetCpu(plan).map(Cpu::model));
  }

  private static void check(VmMove each, String type, ResolvedPlan plan, Findings findings) {
    PlanPath subject = each.move().path();
    String target = each.move().target();
    boolean host = type.equals("host");
    Optional<CpuLevel> used =
        host ? each.sourceCpu(plan).flatMap(Cpu::level) : Optional.ofNullable(LEVELS.get(type));
    Optional<CpuLevel> offered = each.targetCpu(plan).flatMap(Cpu::level);
    if (used.isEmpty()) {
      findings.undecided(subject, host ? levelOfSource(each) : "level of CPU type " + type);
    }
    if (offered.isEmpty()) {
      findings.undecided(subject, "CPU level of " + target);
    }
    if (used.isPresent() && offered.isPresent() && used.get().compareTo(offered.get()) > 0) {
      findings
          .on(subject)
          .says(
              "%s of CPU type %s uses %s and moves online to %s, which has %s",
              each.vm().name(), type, used.get(), target, offered.get())
          .because("cpuType", type)
          .because("usedLevel", used.get())
          .because("targetLevel", offered.get())
          .declaredAt(each.move().declaredAt());
    } else if (host && used.isPresent() && offered.isPresent()) {
      findings.undecided(
          subject, "CPU flags of " + each.vm().node().orElseThrow() + " and " + target);
    }
  }

  private static String levelOfSource(VmMove each) {
    return each.vm()
        .node()
        .map(node -> "CPU level of " + node)
        .orElse("node of guest " + each.vm().vmid());
  }
}
