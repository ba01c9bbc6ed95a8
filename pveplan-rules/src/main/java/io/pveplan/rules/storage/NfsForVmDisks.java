package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports disks of virtual machines on NFS whose speed nobody knows.
 *
 * <p>Silence is the finding: a server that the plan does not describe has neither latency nor log
 * device. Only when the server is given by name, and the plan describes one that has either, may
 * that be the one, and the address is missing to tell.
 */
@RuleInfo(
    id = "SHR-004",
    severity = Severity.INFO,
    summary = "NFS holds VM disks, and neither a latency nor a log device is known",
    why = """
        Guests write synchronously, and an NFS server acknowledges such a write when it is on \
        stable storage. Latency decides whether that is usable; with ZFS a log device (SLOG) takes \
        these writes.""",
    remedy = "Measure the latency of synchronous writes and declare it; for a server with ZFS add a"
        + " mirrored log device.",
    sources = "article Proxmox-Cluster planen, storage",
    since = "0.1")
final class NfsForVmDisks implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof NfsStorage nfs
          && !nfs.disabled()
          && plan.reach().content(nfs).contains(ContentType.IMAGES)) {
        check(nfs, plan, findings);
      }
    }
  }

  private static void check(NfsStorage nfs, ResolvedPlan plan, Findings findings) {
    findings.looksAt(nfs.path());
    if (IpAddress.tryParse(nfs.server()).isEmpty()
        && plan.plan().storageServers().stream().anyMatch(NfsForVmDisks::hasKnownSpeed)) {
      findings.undecided(nfs.path(), "address of server " + nfs.server());
      return;
    }
    Optional<StorageServer> server = plan.storageServer(nfs.server());
    if (server.filter(NfsForVmDisks::hasKnownSpeed).isPresent()) {
      return;
    }
    findings
        .on(nfs.path())
        .says(
            "storage %s holds VM disks, and neither the latency nor a log device of its server %s"
                + " is declared",
            nfs.id(), server.map(StorageServer::name).orElse(nfs.server()))
        .because("server", nfs.server())
        .because("content", plan.reach().content(nfs))
        .declaredAt(nfs.declaredAt());
  }

  private static boolean hasKnownSpeed(StorageServer server) {
    return server.logDevice() || server.latency().isPresent();
  }
}
