package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.DiskCache;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/**
 * Reports a disk whose writes the node does not put on storage when the guest asks for it.
 */
@RuleInfo(
    id = "GST-027",
    severity = Severity.WARNING,
    summary = "A disk has cache mode unsafe",
    why = """
        With cache=unsafe the node tells the guest that data is written while it is in memory \
        only: a power failure loses it, and file systems may break.""",
    remedy = "Use none or writeback.",
    sources = {"cv4pve-diag: WG0008", "pve-docs: qm.adoc, Cache"},
    since = "0.1")
final class UnsafeDiskCache implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      for (GuestDisk disk : vm.disks()) {
        findings.looksAt(vm.path().child(disk.slot()));
        if (disk.cache().filter(DiskCache.UNSAFE::equals).isPresent()) {
          findings
              .on(vm.path().child(disk.slot()))
              .says("%s of %s has cache mode unsafe", disk.slot(), vm.name())
              .declaredAt(disk.declaredAt().or(vm::declaredAt));
        }
      }
    }
  }
}
