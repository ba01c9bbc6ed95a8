package io.pveplan.rules.guest;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports a cluster of two or more nodes whose migrations have no network of their own. */
@RuleInfo(
    id = "MIG-013",
    severity = Severity.WARNING,
    summary = "Migrations have no network of their own",
    why = """
        Without a network, memory and local disks of moving guests travel over the address that \
        the name of the node resolves to, normally that for management: one big VM fills the link \
        that the cluster and its administrators need.""",
    remedy = "Give migrations a network of 10 Gbit/s or more: c.migration(m -> m.over(network)).",
    sources = {
      "article Proxmox-Cluster planen, migration (takes the management network for given)",
      "pve-docs: pvecm.adoc, Migration Network",
      "pve-cluster: src/PVE/SSHInfo.pm; src/PVE/Cluster.pm, remote_node_ip"
    },
    since = "0.1")
final class NoMigrationNetwork implements Rule {

  private static final PlanPath SUBJECT = PlanPath.of("cluster", "migration");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().size() < 2) {
      return;
    }
    findings.looksAt(SUBJECT);
    Optional<MigrationSettings> settings = plan.plan().datacenter().flatMap(Datacenter::migration);
    if (settings.flatMap(MigrationSettings::network).isEmpty()) {
      Optional<Origin> declared = settings.flatMap(MigrationSettings::declaredAt);
      findings
          .on(SUBJECT)
          .says("migrations have no network: they go to %s", wayTo(plan.nodes().get(0), plan))
          .because("nodes", plan.nodes().size())
          .declaredAt(declared.or(() -> plan.plan().declaredAt()));
    }
  }

  private static String wayTo(Node node, ResolvedPlan plan) {
    return plan.topology()
        .nameAddress(node.name())
        .map(address ->
            "the addresses of the node names, " + address.address() + " for " + node.name())
        .orElse("whatever addresses the node names resolve to");
  }
}
