package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Reports a node that has no address in the network of migrations or of replication, or several there.
 *
 * <p>A node whose interfaces the plan does not tell is left undecided, and a network without a subnet.
 */
@RuleInfo(
    id = "MIG-012",
    severity = Severity.ERROR,
    summary = "A node has not exactly one address for migrations",
    why = """
        The receiving node looks for its own address in the network that is set. With none, or with two different ones, every migration or replication to it fails.""",
    remedy = "Give each node exactly one address in that network.",
    sources = {
      "pve-cluster: src/PVE/CLI/pvecm.pm, mtunnel",
      "pve-docs: pvecm.adoc, Migration Network"
    },
    since = "0.1")
final class MigrationAddressUnclear implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() < 2) {
      return;
    }
    Optional<Datacenter> datacenter = plan.plan().datacenter();
    datacenter
        .flatMap(Datacenter::migration)
        .ifPresent(it -> check("migration", it, plan, findings));
    datacenter
        .flatMap(Datacenter::replication)
        .ifPresent(it -> check("replication", it, plan, findings));
  }

  private static void check(
      String use, MigrationSettings settings, ResolvedPlan plan, Findings findings) {
    if (settings.network().isEmpty()) {
      return;
    }
    String network = settings.network().get();
    Optional<Subnet> subnet = plan.network(network).flatMap(Network::subnet);
    for (Node node : plan.nodes()) {
      PlanPath subject = PlanPath.of("cluster", use, node.name());
      findings.looksAt(subject);
      if (subnet.isEmpty()) {
        findings.undecided(subject, "subnet of " + network);
      } else if (node.interfaces().isEmpty()) {
        findings.undecided(subject, "interfaces of " + node.name());
      } else {
        check(subject, use, node, subnet.get(), settings, findings);
      }
    }
  }

  private static void check(
      PlanPath subject,
      String use,
      Node node,
      Subnet subnet,
      MigrationSettings settings,
      Findings findings) {
    List<IpAddress> there = node.interfaces().stream()
        .flatMap(it -> it.addresses().stream())
        .map(InterfaceAddress::address)
        .map(address -> address.address())
        .filter(subnet::contains)
        .distinct()
        .toList();
    if (there.size() != 1) {
      findings
          .on(subject)
          .says(
              "%s has %s in %s, the network of %s",
              node.name(),
              there.isEmpty() ? "no address" : there.size() + " addresses",
              subnet,
              use)
          .because("addresses", there)
          .because("network", subnet)
          .declaredAt(settings.declaredAt());
    }
  }
}
