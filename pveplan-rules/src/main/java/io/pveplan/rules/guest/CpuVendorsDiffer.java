package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports an online move of a virtual machine between Intel and AMD.
 *
 * <p>A stopped machine starts anew on the other side and does not notice.
 */
@RuleInfo(
    id = "MIG-015",
    severity = Severity.WARNING,
    summary = "A VM moves online between Intel and AMD",
    why = """
        Only moves between CPUs of one vendor are sure to work. Between two, the VM may hang or \
        crash afterwards, whatever its CPU type.""",
    remedy = "Keep the VM on nodes of one vendor by node affinity, or move it stopped.",
    sources = {
      "article Proxmox-Cluster planen, hardware",
      "pve-docs: qm.adoc, CPU Type",
      "pve-docs: pvecm.adoc, Requirements"
    },
    since = "0.1")
final class CpuVendorsDiffer implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (VmMove each : VmMove.live(plan)) {
      check(each, plan, findings);
    }
  }

  private static void check(VmMove each, ResolvedPlan plan, Findings findings) {
    PlanPath subject = each.move().path();
    findings.looksAt(subject);
    String target = each.move().target();
    Optional<CpuVendor> from = each.sourceCpu(plan).flatMap(Cpu::vendor);
    Optional<CpuVendor> to = each.targetCpu(plan).flatMap(Cpu::vendor);
    if (each.vm().node().isEmpty()) {
      findings.undecided(subject, "node of guest " + each.vm().vmid());
    } else if (from.isEmpty()) {
      findings.undecided(subject, "CPU vendor of " + each.vm().node().get());
    }
    if (to.isEmpty()) {
      findings.undecided(subject, "CPU vendor of " + target);
    }
    if (from.isPresent() && to.isPresent() && from.get() != to.get()) {
      findings
          .on(subject)
          .says(
              "%s moves online from %s (%s) to %s (%s)",
              each.vm().name(), each.vm().node().orElseThrow(), from.get(), target, to.get())
          .because("sourceVendor", from.get())
          .because("targetVendor", to.get())
          .declaredAt(each.move().declaredAt());
    }
  }
}
