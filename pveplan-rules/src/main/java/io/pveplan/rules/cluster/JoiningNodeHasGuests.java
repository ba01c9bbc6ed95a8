package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports a node that joins the cluster with guests on it. The founding node may keep its own. */
@RuleInfo(
    id = "CLU-040",
    severity = Severity.ERROR,
    summary = "A node that joins the cluster has guests already",
    why = """
        pvecm refuses to join a node with guests, since their numbers may be taken. Forced, it \
        joins, and the configuration of its guests is lost: that of the cluster replaces it.""",
    remedy = "Back up the guests, remove them, join the node, and restore them afterwards.",
    sources = {
      "pve-cluster: src/PVE/Cluster/Setup.pm, assert_joinable",
      "pve-docs: pvecm.adoc, Adding Nodes to the Cluster"
    },
    since = "0.1")
final class JoiningNodeHasGuests implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<Node> nodes = plan.nodes();
    if (nodes.size() > 1) {
      nodes.subList(1, nodes.size()).forEach(node -> check(node, findings));
    }
  }

  private static void check(Node node, Findings findings) {
    findings.looksAt(node.path());
    if (!node.existingGuests().isEmpty()) {
      findings
          .on(node.path())
          .says(
              "node %s joins the cluster with guests: %s",
              node.name(),
              String.join(
                  ", ", node.existingGuests().stream().map(Object::toString).toList()))
          .because("guests", node.existingGuests())
          .declaredAt(node.declaredAt());
    }
  }
}
