package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.NodeRole;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reports a storage node that has nothing to store on, and a compute node that is too small for its
 * largest guest, those that are planned to move there included. Whether all guests fit together is
 * another matter (CAP-001, CAP-006).
 *
 * <p>A disk is spare if it is none of the system's. Where the plan does not tell the disks of the
 * system, a storage node with one disk and nothing on it is left undecided: it may be the one of
 * the system. With two or more, one of them is spare. The pool that the system itself is on is
 * none for data.
 */
@RuleInfo(
    id = "NODE-022",
    severity = Severity.WARNING,
    summary = "The role of a node does not fit its hardware",
    why = """
        A role is a promise to the rest of the plan: that data lies on a storage node, that guests \
        run on a compute node. A guest with more memory than its node does not start, one with \
        more CPUs is slow.""",
    remedy = "Change the role, or the hardware.",
    sources = {"article Proxmox-Cluster planen", "own judgement"},
    since = "0.1")
final class RoleWithoutHardware implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    ExportedStorage exported = ExportedStorage.of(plan);
    for (Node node : plan.nodes()) {
      Stream<RoleFit> fits = Stream.concat(
          Stream.of(node)
              .filter(it -> it.roles().contains(NodeRole.STORAGE))
              .map(it -> RoleFit.storage(it, exported)),
          Stream.of(node)
              .filter(it -> it.roles().contains(NodeRole.COMPUTE))
              .map(it -> RoleFit.compute(it, PlannedGuests.everOn(it, plan))));
      judge(node, fits.toList(), findings);
    }
  }

  private static void judge(Node node, List<RoleFit> fits, Findings findings) {
    if (fits.isEmpty()) {
      return;
    }
    findings.looksAt(node.path());
    fits.forEach(fit -> fit.missingFacts().forEach(fact -> findings.undecided(node.path(), fact)));
    List<String> troubles = new ArrayList<>();
    fits.forEach(fit -> troubles.addAll(fit.troubles()));
    if (!troubles.isEmpty()) {
      findings
          .on(node.path())
          .says("%s", String.join("; ", troubles))
          .because("roles", node.roles())
          .declaredAt(node.declaredAt());
    }
  }
}
