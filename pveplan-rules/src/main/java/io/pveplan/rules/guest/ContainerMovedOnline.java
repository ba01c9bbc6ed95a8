package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;

/**
 * Reports the planned move of a running container that is an online one. Of a running container that does
 * not move online the command restarts it.
 */
@RuleInfo(
    id = "MIG-005",
    severity = Severity.ERROR,
    summary = "A running container is moved online",
    why = """
        Proxmox VE does not move containers in use: it stops them, moves them and starts them again.""",
    remedy = "Leave online() out, and expect a short outage.",
    sources = "pve-container: src/PVE/LXC/Migrate.pm, prepare",
    since = "0.1")
final class ContainerMovedOnline implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      if (!(each.guest() instanceof Container)) {
        continue;
      }
      findings.looksAt(each.move().path());
      if (each.move().running() && each.move().online()) {
        findings
            .on(each.move().path())
            .says(
                "container %s runs and moves online to %s",
                each.guest().name(), each.move().target())
            .because("guest", each.guest().vmid())
            .because("target", each.move().target())
            .declaredAt(each.move().declaredAt());
      }
    }
  }
}
