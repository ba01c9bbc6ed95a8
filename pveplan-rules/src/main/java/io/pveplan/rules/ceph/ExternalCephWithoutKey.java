package io.pveplan.rules.ceph;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports a storage on another Ceph cluster without the key of its user. */
@RuleInfo(
    id = "CEPH-047",
    severity = Severity.ERROR,
    summary = "A storage on another Ceph cluster has no key",
    why = """
        The other cluster asks who it is. Without a keyring the storage is defined and never comes up.""",
    remedy = "Name a file with the key: keyring(fromFile(..)).",
    sources = "pve-docs: pve-storage-rbd.adoc, Authentication",
    since = "0.1")
final class ExternalCephWithoutKey implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      boolean elsewhere = storage instanceof RbdStorage rbd && !rbd.monitors().isEmpty()
          || storage instanceof CephFsStorage fs && !fs.monitors().isEmpty();
      if (!elsewhere) {
        continue;
      }
      findings.looksAt(storage.path());
      boolean key = storage instanceof RbdStorage rbd && rbd.keyring().isPresent()
          || storage instanceof CephFsStorage fs && fs.keyring().isPresent();
      if (!key) {
        findings
            .on(storage.path())
            .says("storage %s names the monitors of another cluster and no keyring", storage.id())
            .because("type", storage.type())
            .declaredAt(storage.declaredAt());
      }
    }
  }
}
