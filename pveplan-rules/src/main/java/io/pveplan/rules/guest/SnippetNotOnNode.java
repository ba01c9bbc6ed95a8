package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.HiddenSettings;
import io.pveplan.model.guest.StoredContent;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Set;

/**
 * Reports documents of cloud-init on a storage that a node lacks on which the guest may run.
 *
 * <p>Documents that pveplan writes are put on a storage that all these nodes have. That the plan has
 * none is a warning: the guest starts, and the documents lie nowhere.
 */
@RuleInfo(
    id = "CI-008",
    severity = Severity.ERROR,
    summary = "A document of cloud-init is not on every node that its guest may run on",
    why = """
        The drive is made anew at each start, from the documents that the node finds. A guest \
        does not start on a node that lacks one of them, be it moved there or recovered by HA. \
        Without a storage for them it is made and starts, but without what only they can say.""",
    remedy = """
        Put the documents on a storage for snippets that all these nodes share, or on one that \
        each of them has, and copy them to each.""",
    sources = "pve-docs: qm-cloud-init.adoc, Custom Cloud-Init Configuration",
    since = "0.1")
final class SnippetNotOnNode implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (StoredContent each : plan.contents().all()) {
      if (each.isCloudInitDocument()) {
        findings.looksAt(each.subject());
        check(plan, each, findings);
      }
    }
    for (Vm vm : plan.vms()) {
      if (plan.contents().writtenDocumentsOf(vm).contains(vm)
          && plan.contents().snippetStorage(vm).isEmpty()) {
        Set<String> nodes = plan.contents().documentNodes(vm);
        List<String> lost = HiddenSettings.onlyInDocuments(plan, vm);
        findings
            .on(vm.path().child("cloud-init"))
            .says(
                "%s has documents of cloud-init, and no storage for snippets is there%s%s",
                vm.name(),
                nodes.isEmpty() ? "" : " on all of " + String.join(", ", nodes),
                lost.isEmpty() ? "" : ": it is made without " + String.join(", ", lost))
            .because("nodes", nodes)
            .because("lost", lost)
            .atMost(Severity.WARNING)
            .declaredAt(vm.cloudInit().flatMap(CloudInit::declaredAt).or(vm::declaredAt));
      }
    }
  }

  private static void check(ResolvedPlan plan, StoredContent each, Findings findings) {
    Storage storage = plan.storage(each.storage()).orElseThrow();
    List<String> missing = each.neededOn().stream()
        .filter(node -> !plan.reach().reaches(node, storage.id()))
        .toList();
    if (storage.disabled() || !missing.isEmpty()) {
      findings
          .on(each.subject())
          .says(
              "%s is on storage %s, which %s",
              each.name(),
              storage.id(),
              storage.disabled()
                  ? "is switched off"
                  : "is not there on " + String.join(", ", missing))
          .because("storage", storage.id())
          .because("missingOn", missing)
          .declaredAt(each.declaredAt());
    }
  }
}
