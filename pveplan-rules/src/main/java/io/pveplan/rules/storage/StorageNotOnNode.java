package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.StoredContent;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Reports what a node needs from a storage that it does not have. */
@RuleInfo(
    id = "LOC-006",
    severity = Severity.ERROR,
    summary = "Something lies on a storage that its node does not have",
    why = """
        A guest starts where its disks are. On a node that the storage is not for, or with a \
        storage that is switched off, Proxmox VE refuses to make, start or back up the guest.""",
    remedy = "Add the node to the nodes of the storage, or name a storage that the node has.",
    sources = "pve-storage: src/PVE/Storage.pm, storage_check_enabled",
    since = "0.1")
final class StorageNotOnNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (StoredContent each : plan.contents().all()) {
      findings.looksAt(each.subject());
      // CI-008 has the better advice.
      if (each.isCloudInitDocument()) {
        continue;
      }
      Storage storage = plan.storage(each.storage()).orElseThrow();
      Set<String> having = plan.reach().nodesOf(storage.id());
      List<String> missing = having.containsAll(each.neededOn())
          ? List.of()
          : each.neededOn().stream().filter(node -> !having.contains(node)).toList();
      if (storage.disabled() || !missing.isEmpty()) {
        report(each, storage, missing, plan.reach().nodesWithoutLun(storage.id()), findings);
      } else if (each.neededOn().isEmpty() && having.size() < plan.nodes().size()) {
        findings.undecided(each.subject(), "node that needs " + each.name());
      }
    }
  }

  private static void report(
      StoredContent each,
      Storage storage,
      List<String> missing,
      Set<String> withoutLun,
      Findings findings) {
    String reason = Collections.disjoint(missing, withoutLun)
        ? ""
        : ": no iSCSI storage gives its LUNs to " + String.join(", ", withoutLun);
    findings
        .on(each.subject())
        .says(
            "%s is on storage %s, which %s",
            each.name(),
            storage.id(),
            storage.disabled()
                ? "is switched off"
                : "is not there on " + String.join(", ", missing) + reason)
        .because("storage", storage.id())
        .because("missingOn", missing)
        .because("nodes", storage.nodes())
        .declaredAt(each.declaredAt());
  }
}
