package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports a planned move of a virtual machine under HA to a node that has fewer logical CPUs than
 * it, or processors without its CPU type, and that its strict rule excludes.
 *
 * <p>Where the machine may run on that node, GST-006 and GST-010 report it. HA makes the move to
 * another one all the same and takes the machine away again after it, see MIG-027. Templates are
 * left out: they never run.
 */
@RuleInfo(
    id = "MIG-020",
    severity = Severity.ERROR,
    summary = "A VM moves to a node whose processors are too small for it",
    why = """
        Proxmox VE does not start a VM with more virtual CPUs than the node has logical ones, and \
        QEMU none whose CPU type has flags that the processor lacks: the move of a running VM \
        fails, and a stopped one does not start there.""",
    remedy = "Give the VM fewer cores or the CPU type of all nodes, or name another node.",
    sources = {
      "qemu-server: PVE/QemuServer.pm, config_to_command",
      "pve-docs: qm.adoc, QEMU CPU Types"
    },
    since = "0.1")
final class ProcessorTooSmallOnTarget implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      if (each.guest() instanceof Vm vm && !vm.template() && MoveObstacles.onlyByMove(each, plan)) {
        MoveObstacles.report(each, findings, BlockerKind.CPU_COUNT, BlockerKind.CPU_TYPE);
      }
    }
  }
}
