package io.pveplan.rules.backup;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reports a guest that no backup job takes; jobs that are switched off take none.
 *
 * <p>Templates are left out, as by cv4pve-diag: they hold no data that changes.
 */
@RuleInfo(
    id = "BCK-001",
    severity = Severity.WARNING,
    summary = "A guest is in no backup job",
    why = """
        Replicas and snapshots follow every mistake made in the guest. Without a backup a deleted \
        file, a broken upgrade or an encrypted disk is final.""",
    remedy = "Add the guest to a backup job that is switched on, or let a job take all guests.",
    sources = {"article Proxmox-Cluster planen, backup", "Corsinvest cv4pve-diag: WG0017"},
    since = "0.1")
final class GuestWithoutBackup implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<BackupJob> jobs = plan.plan().backup().map(Backup::jobs).orElse(List.of()).stream()
        .filter(job -> !job.disabled())
        .toList();
    long jobsForAll = jobs.stream().filter(BackupJob::all).count();
    Set<Vmid> named = new HashSet<>();
    Map<Vmid, Integer> leftOut = new HashMap<>();
    for (BackupJob job : jobs) {
      named.addAll(job.guests());
      job.exclude().forEach(guest -> leftOut.merge(guest, 1, Integer::sum));
    }
    for (Guest guest : plan.guests()) {
      if (guest instanceof Vm vm && vm.template()) {
        continue;
      }
      findings.looksAt(guest.path());
      boolean taken = leftOut.getOrDefault(guest.vmid(), 0) < jobsForAll;
      if (!taken && !named.contains(guest.vmid())) {
        findings
            .on(guest.path())
            .says("no backup job that is switched on takes %s", guest.name())
            .because("jobs", jobs.stream().map(BackupJob::id).toList())
            .declaredAt(guest.declaredAt());
      }
    }
  }
}
