package io.pveplan.rules.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.HiddenSettings;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Map;

/** Reports settings of cloud-init beside a document of the planner's own that replaces them. */
@RuleInfo(
    id = "CI-010",
    severity = Severity.WARNING,
    summary = "A document of cloud-init hides settings beside it",
    why = """
        A document that cicustom names takes the place of the one that would be made of the \
        settings; the two are not merged. The guest gets no user, key or address of the settings.""",
    remedy = """
        Say everything in the document, or leave the document out; vendor-data is the one that is \
        merged with the settings.""",
    sources = "pve-docs: qm-cloud-init.adoc, Custom Cloud-Init Configuration",
    since = "0.1")
final class DocumentHidesSettings implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Vm vm : plan.vms()) {
      if (vm.cloudInit().isPresent()) {
        check(plan, vm, vm.cloudInit().get(), findings);
      }
    }
  }

  private static void check(ResolvedPlan plan, Vm vm, CloudInit cloudInit, Findings findings) {
    if (cloudInit.ownDocuments().isEmpty()) {
      return;
    }
    Map<String, List<String>> hidden = HiddenSettings.of(plan, vm);
    cloudInit.ownDocuments().forEach((part, document) -> {
      findings.looksAt(vm.path().child("cloud-init").child(part));
      if (hidden.containsKey(part)) {
        findings
            .on(vm.path().child("cloud-init").child(part))
            .says(
                "%s of %s takes the place of its %s",
                document, vm.name(), String.join(", ", hidden.get(part)))
            .because("document", document)
            .because("hidden", hidden.get(part))
            .declaredAt(cloudInit.declaredAt().or(vm::declaredAt));
      }
    });
  }
}
