package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.Optional;

/**
 * Reports an online move to a node with an older release of Proxmox VE.
 *
 * <p>Nodes whose release the plan does not tell are taken to have the same one; beside a node that tells
 * its own they are left undecided.
 */
@RuleInfo(
    id = "MIG-017",
    severity = Severity.WARNING,
    summary = "A VM moves online to an older release",
    why = """
        Moves to the same or a newer release are supported. An older QEMU may not know what the newer one sends.""",
    remedy = "Update the target first, or move the VM stopped.",
    sources = "pve-docs: qm.adoc, Online Migration, Requirements",
    since = "0.1")
final class MovedToOlderRelease implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (PlannedMove each : PlannedMoves.of(plan).live()) {
      PlanPath subject = each.move().path();
      findings.looksAt(subject);
      String target = each.move().target();
      Optional<String> source = each.guest().node();
      if (source.isEmpty()) {
        findings.undecided(subject, "node of guest " + each.guest().vmid());
        continue;
      }
      Optional<String> from = release(source.get(), plan);
      Optional<String> to = release(target, plan);
      if (from.isEmpty() && to.isPresent()) {
        findings.undecided(subject, "release of " + source.get());
      }
      if (to.isEmpty() && from.isPresent()) {
        findings.undecided(subject, "release of " + target);
      }
      if (from.isPresent() && to.isPresent() && number(from.get()) > number(to.get())) {
        findings
            .on(subject)
            .says(
                "%s moves online from %s of %s to %s of %s",
                each.guest().name(), from.get(), source.get(), to.get(), target)
            .because("sourceRelease", from.get())
            .because("targetRelease", to.get())
            .declaredAt(each.move().declaredAt());
      }
    }
  }

  private static Optional<String> release(String node, ResolvedPlan plan) {
    return plan.node(node).flatMap(Node::release);
  }

  // NameFormat.RELEASE: two numbers.
  private static int number(String release) {
    String[] parts = release.split("\\.");
    return 1000 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
  }
}
