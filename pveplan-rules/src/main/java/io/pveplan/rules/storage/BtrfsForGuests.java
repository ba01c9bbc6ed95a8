package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.SortedSet;

/** Reports guests on Btrfs. */
@RuleInfo(
    id = "LOC-041",
    severity = Severity.WARNING,
    summary = "Volumes of guests may lie on Btrfs",
    why = """
        Proxmox VE calls its support of Btrfs a technology preview, and upstream calls some \
        RAID levels of Btrfs unsafe.""",
    remedy = "Use ZFS, or keep only ISO images, templates and backups there.",
    sources = {"pve-docs: pvesm.adoc, table of storage types", "pve-docs: pve-storage-btrfs.adoc"},
    since = "0.1")
final class BtrfsForGuests implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof BtrfsStorage btrfs && !btrfs.disabled()) {
        check(btrfs, plan, findings);
      }
    }
  }

  private static void check(BtrfsStorage btrfs, ResolvedPlan plan, Findings findings) {
    findings.looksAt(btrfs.path());
    SortedSet<ContentType> content = plan.reach().content(btrfs);
    if (content.contains(ContentType.IMAGES) || content.contains(ContentType.ROOTDIR)) {
      findings
          .on(btrfs.path())
          .says("storage %s is for volumes of guests and lies on Btrfs", btrfs.id())
          .because("content", content)
          .declaredAt(btrfs.declaredAt());
    }
  }
}
