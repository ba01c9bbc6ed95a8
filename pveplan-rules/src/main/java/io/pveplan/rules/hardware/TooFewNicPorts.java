package io.pveplan.rules.hardware;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a node with fewer physical ports than its classes of traffic need: management, Corosync,
 * storage and guests need one each, or two in a redundant network. Classes in VLANs of one port or
 * bond need it once.
 */
@RuleInfo(
    id = "NODE-010",
    severity = Severity.WARNING,
    summary = "A node has fewer network ports than its traffic needs",
    why = """
        Classes of traffic that share a port take each other's bandwidth, and one broken port takes \
        all of them down.""",
    remedy = "Add network cards, or put the classes into VLANs on bonds.",
    sources = {
      "article Proxmox-Cluster planen",
      "pve-docs: pvecm.adoc, Network Requirements",
      "pve-docs: pve-system-requirements.adoc"
    },
    since = "0.1")
final class TooFewNicPorts implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.nodes().forEach(node -> check(node, plan, findings));
  }

  private static void check(Node node, ResolvedPlan plan, Findings findings) {
    if (node.interfaces().isEmpty()) {
      findings.undecided(node.path(), "network interfaces of " + node.name());
      return;
    }
    PortDemand demand = PortDemand.of(node, plan);
    if (demand.ports() > 0) {
      findings.looksAt(node.path());
    }
    long ports = PortDemand.portsOf(node);
    if (ports < demand.ports()) {
      findings
          .on(node.path())
          .says(
              "node %s has %d of the %d network ports it needs: %s",
              node.name(), ports, demand.ports(), demand)
          .because("ports", ports)
          .because("neededPorts", demand.ports())
          .declaredAt(node.declaredAt());
    } else {
      demand.missingFacts().forEach(fact -> findings.undecided(node.path(), fact));
    }
  }
}
