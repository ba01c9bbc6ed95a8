package io.pveplan.rules.hardware;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.PackageRepository;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/** Reports packages that come from a repository which is not meant for production. */
@RuleInfo(
    id = "NODE-026",
    severity = Severity.INFO,
    summary = "The packages come from a repository that is not meant for production",
    why = "Packages reach the enterprise repository after they proved themselves in the others.",
    remedy = "Take subscriptions and the enterprise repository; a lab needs neither.",
    sources = "pve-docs: pve-package-repos.adoc",
    since = "0.1")
final class RepositoryNotForProduction implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    if (plan.nodes().isEmpty()) {
      return;
    }
    PlanPath cluster = PlanPath.of("cluster");
    findings.looksAt(cluster);
    Optional<PackageRepository> repository = plan.plan().repository();
    if (repository.isEmpty()) {
      findings.undecided(cluster, "repository of the packages");
    } else if (repository.get() != PackageRepository.ENTERPRISE) {
      findings
          .on(cluster)
          .says("the packages of the nodes come from the %s repository", repository.get())
          .because("repository", repository.get().text())
          .declaredAt(plan.plan().declaredAt());
    }
  }
}
