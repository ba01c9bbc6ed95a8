package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.StoredContent;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.SortedSet;

/** Reports a document of the planner's own on a storage that is not for snippets. */
@RuleInfo(
    id = "CI-007",
    severity = Severity.ERROR,
    summary = "A document of cloud-init is on a storage that takes no snippets",
    why = """
        Proxmox VE reads the documents that cicustom names from the snippets of a storage each \
        time the guest starts, and the guest does not start without them. A storage that does not \
        take snippets has none to offer.""",
    remedy = "Add the content type snippets to the storage, or name another storage.",
    sources = "qemu-server: src/PVE/QemuServer/Cloudinit.pm, read_cloudinit_snippets_file",
    since = "0.1")
final class SnippetNotTaken implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (StoredContent each : plan.contents().all()) {
      if (!each.isCloudInitDocument()) {
        continue;
      }
      findings.looksAt(each.subject());
      Storage storage = plan.storage(each.storage()).orElseThrow();
      SortedSet<ContentType> taken = plan.reach().content(storage);
      if (!taken.contains(ContentType.SNIPPETS)) {
        findings
            .on(each.subject())
            .says(
                "%s is on storage %s, which takes %s and no snippets",
                each.name(), storage.id(), taken)
            .because("storage", storage.id())
            .because("taken", taken)
            .declaredAt(each.declaredAt());
      }
    }
  }
}
