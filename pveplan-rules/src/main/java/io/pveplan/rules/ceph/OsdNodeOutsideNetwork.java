package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a node with OSDs that has no address in the network between OSDs. */
@RuleInfo(
    id = "CEPH-014",
    severity = Severity.ERROR,
    summary = "A node with OSDs has no address in the cluster network of Ceph",
    why = """
        pveceph osd create refuses to make an OSD on a node that has no address where the OSDs copy \
        to each other.""",
    remedy = "Give the node an address there.",
    sources = "pve-manager: PVE/API2/Ceph/OSD.pm, createosd",
    since = "0.1")
final class OsdNodeOutsideNetwork implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan()
        .ceph()
        .ifPresent(ceph -> ceph.clusterNetwork()
            .or(ceph::publicNetwork)
            .ifPresent(network -> check(network, plan, findings)));
  }

  private static void check(String network, ResolvedPlan plan, Findings findings) {
    Optional<Subnet> subnet = plan.network(network).flatMap(Network::subnet);
    for (Node node : plan.nodes()) {
      if (node.osds().isEmpty()) {
        continue;
      }
      findings.looksAt(node.path());
      if (subnet.isEmpty()) {
        findings.undecided(node.path(), "subnet of " + network);
      } else if (NodeAddresses.in(node, subnet.get()).isEmpty()) {
        findings
            .on(node.path())
            .says(
                "%s has %d OSDs and no address in network %s (%s)",
                node.name(), node.osds().size(), network, subnet.get())
            .because("network", network)
            .because("osds", node.osds().size())
            .declaredAt(node.declaredAt());
      }
    }
  }
}
