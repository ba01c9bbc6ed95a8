package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.ZfsPool;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reports replication of disks on an encrypted pool. */
@RuleInfo(
    id = "LOC-023",
    severity = Severity.WARNING,
    summary = "Disks on an encrypted pool are replicated",
    why = """
        Native encryption of ZFS is experimental in Proxmox VE and has known problems with replication: \
        snapshots can not be sent, or arrive damaged.""",
    remedy = "Encrypt the disks below the pool (LUKS), or do not replicate.",
    sources = "pve-docs: local-zfs.adoc, Encrypted ZFS Datasets",
    since = "0.1")
final class EncryptedWithReplication implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (ReplicationJob job : ReplicatedVolumes.activeJobs(plan)) {
      plan.guest(job.guest()).ifPresent(guest -> check(job, guest, plan, findings));
    }
  }

  private static void check(ReplicationJob job, Guest guest, ResolvedPlan plan, Findings findings) {
    List<GuestVolume> volumes = ReplicatedVolumes.onZfs(guest, plan);
    if (volumes.isEmpty()) {
      return;
    }
    findings.looksAt(job.path());
    SortedSet<String> encrypted = new TreeSet<>();
    for (GuestVolume volume : volumes) {
      ZfsPoolStorage storage = (ZfsPoolStorage) plan.storage(volume.storage()).orElseThrow();
      Stream.concat(guest.node().stream(), Stream.of(job.target()))
          .filter(node ->
              plan.localPools().below(node, storage).filter(ZfsPool::encrypted).isPresent())
          .forEach(node -> encrypted.add(storage.root() + " of " + node));
    }
    if (!encrypted.isEmpty()) {
      findings
          .on(job.path())
          .says(
              "job %s copies disks of guest %s (%s) between pools of which ZFS encrypts %s",
              job.id(), guest.vmid(), guest.name(), String.join(", ", encrypted))
          .because("encrypted", encrypted)
          .declaredAt(job.declaredAt());
    }
  }
}
