package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Cpu;
import io.pveplan.model.hardware.CpuVendor;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

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
    for (PlannedMove each : PlannedMoves.of(plan).live()) {
      PlanPath subject = each.move().path();
      findings.looksAt(subject);
      each.open(BlockerKind.CPU_VENDOR).forEach(it -> findings.undecided(subject, it.fact()));
      if (!each.blockers(BlockerKind.CPU_VENDOR).isEmpty()) {
        report(each, plan, findings);
      }
    }
  }

  private static void report(PlannedMove each, ResolvedPlan plan, Findings findings) {
    String source = each.guest().node().orElseThrow();
    String target = each.move().target();
    CpuVendor from = vendor(plan, source);
    CpuVendor to = vendor(plan, target);
    findings
        .on(each.move().path())
        .says(
            "%s moves online from %s (%s) to %s (%s)",
            each.guest().name(), source, from, target, to)
        .because("sourceVendor", from)
        .because("targetVendor", to)
        .declaredAt(each.move().declaredAt());
  }

  private static CpuVendor vendor(ResolvedPlan plan, String node) {
    return plan.node(node)
        .flatMap(Node::hardware)
        .flatMap(Hardware::cpu)
        .flatMap(Cpu::vendor)
        .orElseThrow();
  }
}
