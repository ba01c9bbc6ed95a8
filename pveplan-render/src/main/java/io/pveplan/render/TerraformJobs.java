package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.storage.ReplicationJob;

/** Replication jobs and backup jobs. */
final class TerraformJobs {

  private TerraformJobs() {}

  static void replication(ResolvedPlan plan, TerraformShare share) {
    for (ReplicationJob job : plan.plan().replicationJobs()) {
      if (job.removal().isPresent()) {
        share.refuse(
            job.path(),
            Step.REPLICATION,
            TerraformShare.PROTECTION,
            "the provider has no argument for a job that is to be removed");
      } else {
        share.take(job.path(), Step.REPLICATION);
      }
    }
  }

  static void backup(ResolvedPlan plan, TerraformShare share) {
    plan.plan().backup().ifPresent(backup -> {
      for (BackupJob job : backup.jobs()) {
        if (job.exclude().isEmpty()) {
          share.take(job.path(), Step.BACKUP_JOBS);
        } else {
          share.refuse(
              job.path(),
              Step.BACKUP_JOBS,
              TerraformShare.PROTECTION,
              "the provider has no argument for guests that a job leaves out");
        }
      }
    });
  }
}
