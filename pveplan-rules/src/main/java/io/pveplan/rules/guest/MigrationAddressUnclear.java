package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.guest.Migration;
import io.pveplan.model.guest.MoveLine;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Network;
import io.pveplan.model.network.Subnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import io.pveplan.rules.migration.PlannedMove;
import io.pveplan.rules.migration.PlannedMoves;
import java.util.List;
import java.util.Optional;

/**
 * Reports a node that has no address in the network of migrations or of replication, or several there.
 * Where the datacenter sets no network for migrations, the command of a planned move names one that
 * carries them; that the target has several addresses there is a warning, as the command leaves it out.
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
    PlannedMoves.of(plan).all().forEach(each -> check(each, plan, findings));
  }

  // The command of the move leaves such a network out, so that it goes another way.
  private static void check(PlannedMove each, ResolvedPlan plan, Findings findings) {
    Migration move = each.move();
    if (MoveLine.network(plan, each.guest(), move.target()).isPresent()) {
      findings.looksAt(move.path());
      return;
    }
    Optional<Network> unclear =
        MoveLine.networksWithSeveralAddresses(plan, each.guest(), move.target()).stream()
            .findFirst();
    if (unclear.isPresent()) {
      Network network = unclear.get();
      Subnet subnet = network.subnet().orElseThrow();
      List<IpAddress> there = plan.topology().addressesIn(move.target(), subnet);
      findings
          .on(move.path())
          .says(
              "%s has %s addresses in %s, so that the move of guest %s can not go over network %s",
              move.target(), there.size(), subnet, move.guest(), network.name())
          .because("addresses", there)
          .because("network", subnet)
          .atMost(Severity.WARNING)
          .declaredAt(move.declaredAt());
    }
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
        check(subject, use, node, subnet.get(), settings, plan, findings);
      }
    }
  }

  private static void check(
      PlanPath subject,
      String use,
      Node node,
      Subnet subnet,
      MigrationSettings settings,
      ResolvedPlan plan,
      Findings findings) {
    List<IpAddress> there = plan.topology().addressesIn(node.name(), subnet);
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
