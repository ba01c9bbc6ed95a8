package io.pveplan.rules.storage;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;

/** Reports shared LVM in a plan for a release that activates its volumes on all nodes. */
@RuleInfo(
    id = "SHR-022",
    severity = Severity.WARNING,
    summary = "Volumes on shared LVM are activated on all nodes",
    why = """
        Proxmox VE 8.4 makes logical volumes that each node activates when it starts, and volumes \
        of a shared group that are active on several nodes have known problems. Proxmox VE 9 makes \
        new ones that no node activates by itself.""",
    remedy = """
        Plan for Proxmox VE 9, or run pve-lvm-disable-autoactivation after the upgrade to it.""",
    sources = {"pve-manager: PVE/CLI/pve8to9.pm, check_lvm_autoactivation", "Proxmox Bugzilla: 4997"
    },
    since = "0.1")
final class SharedLvmActivatedEverywhere implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm
          && lvm.shared()
          && plan.reach().nodesOf(lvm.id()).size() > 1) {
        findings.looksAt(lvm.path());
        if (plan.release() == ProductVersion.PVE_8_4) {
          findings
              .on(lvm.path())
              .says(
                  "each of %s nodes activates the volumes of storage %s when it starts",
                  plan.reach().nodesOf(lvm.id()).size(), lvm.id())
              .because("release", plan.release())
              .because("nodes", plan.reach().nodesOf(lvm.id()))
              .declaredAt(lvm.declaredAt());
        }
      }
    }
  }
}
