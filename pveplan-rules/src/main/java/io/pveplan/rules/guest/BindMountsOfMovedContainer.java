package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Migration;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.List;

/**
 * Reports a planned move of a container that has a directory or block device of its node at a path,
 * which is not said to be the same on all nodes. Whether the target has a device that is passed to the
 * container, no plan tells.
 */
@RuleInfo(
    id = "MIG-006",
    severity = Severity.ERROR,
    summary = "A container is moved away from a directory or device of its node",
    why = """
        What a container has by a bind or device mount is not a volume that moves along. Proxmox VE \
        refuses to move the container, running or not, unless the mount point is marked shared.""",
    remedy = "Use a volume, or say shared() where the source is the same on all nodes.",
    sources = "pve-container: PVE/LXC/Migrate.pm, prepare",
    since = "0.1")
final class BindMountsOfMovedContainer implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).all()) {
      if (each.guest() instanceof Container container) {
        check(each, container, findings);
      }
    }
  }

  private static void check(PlannedMove each, Container container, Findings findings) {
    Migration move = each.move();
    findings.looksAt(move.path());
    List<String> bound =
        each.blockers(BlockerKind.MOUNT_POINT).stream().map(Blocker::part).toList();
    if (!bound.isEmpty()) {
      findings
          .on(move.path())
          .says(
              "%s moves to %s and has %s of its node",
              container.name(), move.target(), String.join(", ", bound))
          .because("mountPoints", bound)
          .because("target", move.target())
          .declaredAt(move.declaredAt());
    } else {
      each.open(BlockerKind.DEVICE).forEach(fact -> findings.undecided(move.path(), fact.fact()));
    }
  }
}
