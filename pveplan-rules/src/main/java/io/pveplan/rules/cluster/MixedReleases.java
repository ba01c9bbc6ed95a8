package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reports nodes with different releases of Proxmox VE. A plan that tells the release of no node has
 * them all installed alike; where it tells some, those of the others are missing.
 */
@RuleInfo(
    id = "CLU-039",
    severity = Severity.WARNING,
    summary = "The nodes have different releases of Proxmox VE",
    why = """
        Guests move from an older node to a newer one, but not always back, and the nodes of a \
        cluster speak with each other in versions of their own. It is meant for the time of an \
        upgrade only.""",
    remedy = "Install the same release on all nodes.",
    sources = {"pve-docs: pvecm.adoc, Requirements", "cv4pve-diag: WC0011"},
    since = "0.1")
final class MixedReleases implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    SortedMap<String, List<String>> nodes = new TreeMap<>();
    List<String> silent = new ArrayList<>();
    for (Node node : plan.nodes()) {
      node.release()
          .map(it -> nodes.computeIfAbsent(it, key -> new ArrayList<>()))
          .orElse(silent)
          .add(node.name());
    }
    if (plan.nodes().size() < 2 || nodes.isEmpty()) {
      return;
    }
    PlanPath cluster = PlanPath.of("cluster");
    findings.looksAt(cluster);
    if (nodes.size() == 1) {
      silent.forEach(node -> findings.undecided(cluster, "release of node " + node));
      return;
    }
    findings
        .on(cluster)
        .says("the nodes have releases %s of Proxmox VE", String.join(" and ", nodes.keySet()))
        .because("nodes", nodes)
        .declaredAt(plan.plan().declaredAt());
  }
}
