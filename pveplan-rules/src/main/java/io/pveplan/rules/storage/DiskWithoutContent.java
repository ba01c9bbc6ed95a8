package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.StoredContent;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.SortedSet;

/** Reports what lies on a storage that does not take it. */
@RuleInfo(
    id = "LOC-005",
    severity = Severity.ERROR,
    summary = "Something lies on a storage that does not take its content type",
    why = """
        Proxmox VE asks a storage for its content types before it makes a volume there or \
        reads one, and ends with an error. A storage that names none takes the default of its \
        type, which is mostly disks only.""",
    remedy = "Add the content type to the storage, or name another storage.",
    sources = {
      "qemu-server: src/PVE/API2/Qemu.pm",
      "pve-container: src/PVE/API2/LXC.pm",
      "pve-storage: src/PVE/Storage/Plugin.pm, plugindata"
    },
    since = "0.1")
final class DiskWithoutContent implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (StoredContent each : plan.contents().all()) {
      findings.looksAt(each.subject());
      // CI-007 has the better advice.
      if (each.isCloudInitDocument()) {
        continue;
      }
      Storage storage = plan.storage(each.storage()).orElseThrow();
      SortedSet<ContentType> taken = plan.reach().content(storage);
      if (!taken.contains(each.content()) && !guestDiskOnCephFs(storage, each.content())) {
        findings
            .on(each.subject())
            .says(
                "%s is on storage %s, which takes %s and not %s",
                each.name(), storage.id(), taken, each.content())
            .because("storage", storage.id())
            .because("content", each.content())
            .because("taken", taken)
            .declaredAt(each.declaredAt());
      }
    }
    for (Guest guest : plan.guests()) {
      if (plan.placement().lacksDisks(guest)) {
        findings.undecided(guest.path(), "disks of guest " + guest.vmid());
      }
    }
  }

  // CEPH-044 has the better advice: no content type makes a disk possible there.
  private static boolean guestDiskOnCephFs(Storage storage, ContentType content) {
    return storage instanceof CephFsStorage
        && (content == ContentType.IMAGES || content == ContentType.ROOTDIR);
  }
}
