package io.pveplan.rules.network;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/**
 * Reports network cards of guests in the layer 2 network of a management address, on the nodes
 * where the guest may run. What {@link TrafficNotSeparated} says of a network is not repeated for
 * each guest.
 */
@RuleInfo(
    id = "NET-024",
    severity = Severity.WARNING,
    summary = "A guest is attached to the management network of a node",
    why = """
        A guest beside the web interface and SSH of its node can attack them and fake their \
        addresses, and its load delays them.""",
    remedy = "Attach the guest to a bridge or VLAN for guests.",
    sources = "article Proxmox-Cluster planen, network",
    since = "0.1")
final class GuestsOnManagementNetwork implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    ManagementSegments management = new ManagementSegments(plan);
    boolean attached = false;
    for (Guest guest : plan.guests()) {
      int number = 0;
      for (GuestNic nic : guest.nics()) {
        PlanPath subject = guest.path().child("net" + number++);
        findings.looksAt(subject);
        attached = true;
        List<String> nodes = management.nodesBeside(guest, nic);
        if (!nodes.isEmpty()) {
          report(guest, nic, subject, nodes, findings);
        }
      }
    }
    if (attached) {
      management
          .unknown()
          .forEach(node -> findings.undecided(node.path(), "management address of " + node.name()));
    }
  }

  private static void report(
      Guest guest, GuestNic nic, PlanPath subject, List<String> nodes, Findings findings) {
    String where = nic.bridge() + nic.tag().map(tag -> " with VLAN tag " + tag).orElse("");
    findings
        .on(subject)
        .says(
            "guest %s (%s) is attached to %s, where %s the management address",
            guest.vmid(),
            guest.name(),
            where,
            nodes.size() == 1
                ? "node " + nodes.get(0) + " has"
                : "nodes " + String.join(", ", nodes) + " have")
        .because("bridge", nic.bridge())
        .because("tag", nic.tag())
        .because("nodes", nodes)
        .declaredAt(nic.declaredAt());
  }
}
