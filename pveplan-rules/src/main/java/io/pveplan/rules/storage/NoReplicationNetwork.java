package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;

/** Reports replication jobs without a network of their own or of migrations. */
@RuleInfo(
    id = "LOC-035",
    severity = Severity.INFO,
    summary = "Replication jobs have no network of their own",
    why = """
        Copies then travel over the address of the node name, normally that for management, and a first \
        copy takes all of a disk.""",
    remedy = "Give replication or migrations a network: c.replication(m -> m.over(network)).",
    sources = "pve-docs: pvesr.adoc, Network",
    since = "0.1")
final class NoReplicationNetwork implements Rule {

  private static final PlanPath SUBJECT = PlanPath.of("cluster", "replication");

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<ReplicationJob> jobs = ReplicatedVolumes.activeJobs(plan);
    if (jobs.isEmpty()) {
      return;
    }
    findings.looksAt(SUBJECT);
    Optional<Datacenter> datacenter = plan.plan().datacenter();
    boolean there = datacenter
        .flatMap(Datacenter::replication)
        .flatMap(MigrationSettings::network)
        .or(() -> datacenter.flatMap(Datacenter::migration).flatMap(MigrationSettings::network))
        .isPresent();
    if (!there) {
      findings
          .on(SUBJECT)
          .says(
              "%d replication job%s no network: copies go to the addresses of the node names",
              jobs.size(), jobs.size() == 1 ? " has" : "s have")
          .because("jobs", jobs.stream().map(ReplicationJob::id).toList())
          .declaredAt(jobs.get(0).declaredAt());
    }
  }
}
