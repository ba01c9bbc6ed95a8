package io.pveplan.rules.migration;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.ReplicationJob;
import java.util.List;

/**
 * Where replication jobs keep a virtual machine from: the product looks at all of them, whether they
 * are switched on or not (pve-guest-common, src/PVE/ReplicationConfig.pm, check_for_existing_jobs and
 * find_local_replication_job; qemu-server, src/PVE/QemuMigrate.pm, prepare).
 */
final class ReplicationObstacles implements Obstacles {

  private final ResolvedPlan plan;
  private final List<String> nodes;

  ReplicationObstacles(ResolvedPlan plan) {
    this.plan = plan;
    this.nodes = plan.nodes().stream().map(Node::name).toList();
  }

  /**
   * Whether a move to a node takes what a job replicates there by that job. One that is marked for
   * removal ends instead when a container moves.
   */
  static boolean takes(ResolvedPlan plan, Guest guest, String node) {
    return plan.reach().configuredJobs(guest.vmid()).stream()
        .filter(job -> guest instanceof Vm || job.removal().isEmpty())
        .anyMatch(job -> job.target().equals(node));
  }

  // HA forces the move of a running machine aside; the jobs fail afterwards then (pve-ha-manager,
  // src/PVE/HA/Resources/PVEVM.pm).
  @Override
  public void addTo(RowDraft row) {
    Guest guest = row.guest();
    List<ReplicationJob> jobs = plan.reach().configuredJobs(guest.vmid());
    if (jobs.isEmpty() || guest instanceof Container) {
      return;
    }
    for (ReplicationJob job : jobs) {
      if (job.removal().isPresent()) {
        row.block(
            BlockerKind.REPLICATION,
            "",
            job.target(),
            "its replication job to " + job.target() + " is marked for removal",
            List.of(job.target()));
      }
    }
    if (plan.placement().managedByHa(guest.vmid())) {
      return;
    }
    List<String> targets =
        jobs.stream().map(ReplicationJob::target).distinct().sorted().toList();
    String names = String.join(", ", targets);
    boolean allActive = jobs.stream().allMatch(ReplicationJob::active);
    row.blockLive(
        BlockerKind.REPLICATION,
        "",
        names,
        "its replication leads to " + names + " only" + (allActive ? "" : ", switched on or not"),
        nodes.stream().filter(node -> !targets.contains(node)).toList());
  }
}
