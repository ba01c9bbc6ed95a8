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
 * Reports a planned move of a guest under HA to a node that lacks a bridge or VNet of its cards, or
 * has one of a smaller MTU, and that its strict rule excludes.
 *
 * <p>Where the guest may run on that node, GST-016 and GST-017 report it. HA makes the move to
 * another one all the same and takes the guest away again after it, see MIG-027. Templates are left
 * out: they never run.
 */
@RuleInfo(
    id = "MIG-019",
    severity = Severity.ERROR,
    summary = "A guest moves to a node that lacks a bridge of its network cards",
    why = """
        A guest does not start on a node without its bridge, or with one of a smaller MTU than its \
        card: the move of a running VM fails, and any other guest is down afterwards.""",
    remedy = "Plan the bridge or VNet on the target, or name another node.",
    sources = {
      "pve-common: PVE/Network.pm, tap_plug",
      "qemu-server: PVE/QemuServer.pm, print_netdevice_full",
      "pve-container: PVE/LXC.pm, update_lxc_config"
    },
    since = "0.1")
final class NetworkMissingOnTarget implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      boolean runs = !(each.guest() instanceof Vm vm && vm.template());
      if (runs && !each.guest().nics().isEmpty() && MoveObstacles.onlyByMove(each, plan)) {
        MoveObstacles.report(each, findings, BlockerKind.BRIDGE, BlockerKind.MTU);
      }
    }
  }
}
