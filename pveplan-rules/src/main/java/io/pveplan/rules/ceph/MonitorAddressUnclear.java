package io.pveplan.rules.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports a monitor on a node without exactly one address in the public network. */
@RuleInfo(
    id = "CEPH-013",
    severity = Severity.ERROR,
    summary = "A monitor has no address, or several, in the public network of Ceph",
    why = """
        pveceph mon create looks for an address of the node in the public network and ends if there is \
        none or more than one. The address of a monitor can not be changed later but by a new monitor.""",
    remedy = "Give the node one address there, or name the one to take: monitor(node, address).",
    sources = "pve-manager: PVE/API2/Ceph/MON.pm, find_mon_ips",
    since = "0.1")
final class MonitorAddressUnclear implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.plan()
        .ceph()
        .ifPresent(ceph ->
            ceph.publicNetwork().ifPresent(network -> check(ceph, network, plan, findings)));
  }

  private static void check(Ceph ceph, String network, ResolvedPlan plan, Findings findings) {
    Map<String, IpAddress> stated = new HashMap<>();
    ceph.monitorAddresses().forEach(each -> stated.put(each.node(), each.address()));
    Optional<Subnet> subnet = plan.network(network).flatMap(Network::subnet);
    for (Node node : plan.nodes()) {
      if (!ceph.monitors().contains(node.name())) {
        continue;
      }
      PlanPath path = PlanPath.of("ceph", "monitor", node.name());
      findings.looksAt(path);
      if (subnet.isEmpty()) {
        findings.undecided(path, "subnet of " + network);
        continue;
      }
      List<IpAddress> there = NodeAddresses.in(node, subnet.get());
      Optional<IpAddress> chosen = Optional.ofNullable(stated.get(node.name()));
      boolean good = chosen.map(there::contains).orElse(there.size() == 1);
      if (!good) {
        findings
            .on(path)
            .says(
                "monitor %s: %s has %s in public network %s (%s)",
                node.name(),
                node.name(),
                chosen
                    .map(address -> "no address " + address)
                    .orElse(there.isEmpty() ? "no address" : there.size() + " addresses"),
                network,
                subnet.get())
            .because("addresses", there)
            .because("publicNetwork", network)
            .declaredAt(node.declaredAt());
      }
    }
  }
}
