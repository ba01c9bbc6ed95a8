package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports an NFS server that is given by name. */
@RuleInfo(
    id = "SHR-002",
    severity = Severity.INFO,
    summary = "An NFS server is given by name",
    why = """
        A name has to be resolved before the storage is mounted. When the name servers are \
        guests on that storage, or just down, no guest starts.""",
    remedy = "Give the address of the server, or put its name into /etc/hosts of each node.",
    sources = "pve-docs: pve-storage-nfs.adoc, server",
    since = "0.1")
final class NfsServerByName implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof NfsStorage nfs) {
        check(nfs, findings);
      }
    }
  }

  private static void check(NfsStorage nfs, Findings findings) {
    findings.looksAt(nfs.path());
    if (IpAddress.tryParse(nfs.server()).isEmpty()) {
      findings
          .on(nfs.path())
          .says("storage %s is mounted from %s, a name", nfs.id(), nfs.server())
          .because("server", nfs.server())
          .declaredAt(nfs.declaredAt());
    }
  }
}
