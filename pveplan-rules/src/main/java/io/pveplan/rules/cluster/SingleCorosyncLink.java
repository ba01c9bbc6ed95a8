package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Reports a cluster with one Corosync link. That is also what a plan without links gets: Proxmox VE
 * then makes the address of the node name the only one.
 */
@RuleInfo(
    id = "CLU-025",
    severity = Severity.WARNING,
    summary = "There is only one Corosync link",
    why = """
        When its switch or its NIC fails, the nodes lose each other at once; with HA they fence \
        themselves although nothing else is wrong.""",
    remedy = "Add a second link on another physical network.",
    sources = {"pve-docs: pvecm.adoc, Requirements", "pve-cluster: src/PVE/Corosync.pm, create_conf"
    },
    since = "0.1")
final class SingleCorosyncLink implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<Node> nodes = plan.nodes();
    if (nodes.size() < 2) {
      return;
    }
    PlanPath subject = PlanPath.of("corosync");
    findings.looksAt(subject);
    List<CorosyncLink> links = plan.corosyncLinks();
    if (links.size() < 2) {
      Optional<CorosyncLink> only = links.stream().findFirst();
      findings
          .on(subject)
          .says(
              "%s is the only Corosync link of %d nodes",
              only.map(link -> "link" + link.number() + " over " + link.network())
                  .orElse("link0 over the addresses of the node names"),
              nodes.size())
          .because("network", only.map(CorosyncLink::network))
          .declaredAt(only.isPresent() ? only.get().declaredAt() : plan.plan().declaredAt());
    }
  }
}
