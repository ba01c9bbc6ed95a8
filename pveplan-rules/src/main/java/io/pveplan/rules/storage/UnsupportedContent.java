package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reports content that the type of a storage can not hold. */
@RuleInfo(
    id = "LOC-003",
    severity = Severity.WARNING,
    summary = "A storage is to take what its type can not",
    why = """
        Proxmox VE drops such a content type with a warning, so that the storage takes less than \
        the plan says.""",
    remedy = "Leave the content type out.",
    sources = "pve-storage: src/PVE/Storage/Plugin.pm, decode_value, and plugindata of each type",
    since = "0.1")
final class UnsupportedContent implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (!storage.content().isEmpty()) {
        findings.looksAt(storage.path());
        if (!storage.possibleContent().containsAll(storage.content())) {
          report(storage, findings);
        }
      }
    }
  }

  private static void report(Storage storage, Findings findings) {
    SortedSet<ContentType> dropped = new TreeSet<>(storage.content());
    dropped.removeAll(storage.possibleContent());
    findings
        .on(storage.path())
        .says("storage %s of type %s can not take %s", storage.id(), storage.type(), dropped)
        .because("content", storage.content())
        .because("possible", storage.possibleContent())
        .declaredAt(storage.declaredAt());
  }
}
