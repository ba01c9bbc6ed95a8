package io.pveplan.rules.guest;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.cluster.MigrationType;
import io.pveplan.model.network.Network;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * Reports migrations that are not encrypted over a network that others use: one that carries management or
 * guests, has a gateway, or is none of its own.
 */
@RuleInfo(
    id = "MIG-014",
    severity = Severity.WARNING,
    summary = "Migrations are not encrypted on a network that others use",
    why = """
        Insecure migrations send the memory of guests as it is, with all keys and passwords in it. That is for networks that nothing else is on.""",
    remedy =
        "Leave insecure() out, or give migrations a network without guests, management and gateway.",
    sources = "pve-docs: pvecm.adoc, Migration Type",
    since = "0.1")
final class MigrationInTheClear implements Rule {

  private static final PlanPath SUBJECT = PlanPath.of("cluster", "migration");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Optional<MigrationSettings> settings = plan.plan().datacenter().flatMap(Datacenter::migration);
    if (plan.nodes().size() < 2 || settings.isEmpty()) {
      return;
    }
    findings.looksAt(SUBJECT);
    boolean insecure =
        settings.get().type().filter(MigrationType.INSECURE::equals).isPresent();
    Optional<Network> network = settings.get().network().flatMap(plan::network);
    if (insecure && network.filter(it -> isPrivate(it, plan)).isEmpty()) {
      findings
          .on(SUBJECT)
          .says(
              "migrations are insecure and go over %s",
              network
                  .map(it -> it.name() + ", which others use")
                  .orElse("the addresses of the node names"))
          .because("network", network.map(Network::name).orElse(""))
          .declaredAt(settings.get().declaredAt());
    }
  }

  private static boolean isPrivate(Network network, ResolvedPlan plan) {
    Set<Traffic> traffic = plan.networkUse().traffic(network.name());
    return network.gateway().isEmpty()
        && !traffic.contains(Traffic.MANAGEMENT)
        && !traffic.contains(Traffic.GUEST);
  }
}
