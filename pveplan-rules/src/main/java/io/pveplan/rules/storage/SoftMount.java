package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reports an NFS mount that gives up on data that is written. */
@RuleInfo(
    id = "SHR-003",
    severity = Severity.WARNING,
    summary = "An NFS storage for writable data is mounted soft",
    why = """
        A soft mount answers with an I/O error when the server is slow. Guests and backups \
        take that for a broken disk, and data is lost that a hard mount would have waited for.""",
    remedy = "Leave out soft, or keep only ISO images and templates there.",
    sources = "pve-docs: pve-storage-nfs.adoc, TIP",
    since = "0.1")
final class SoftMount implements Rule {

  private static final Set<ContentType> WRITTEN =
      EnumSet.of(ContentType.IMAGES, ContentType.ROOTDIR, ContentType.BACKUP);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof NfsStorage nfs) {
        check(nfs, plan, findings);
      }
    }
  }

  private static void check(NfsStorage nfs, ResolvedPlan plan, Findings findings) {
    List<String> options = nfs.mountOptions();
    findings.looksAt(nfs.path());
    Set<ContentType> written = EnumSet.copyOf(plan.reach().content(nfs));
    written.retainAll(WRITTEN);
    if (options.contains("soft") && !written.isEmpty()) {
      findings
          .on(nfs.path())
          .says("storage %s holds %s and is mounted soft", nfs.id(), written)
          .because("options", options)
          .because("content", written)
          .declaredAt(nfs.declaredAt());
    }
  }
}
