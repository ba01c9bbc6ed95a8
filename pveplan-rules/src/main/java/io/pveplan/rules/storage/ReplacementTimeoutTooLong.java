package io.pveplan.rules.storage;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.OpenIscsi;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reports a time that commands wait for a dead path before they take the other one. */
@RuleInfo(
    id = "SHR-021",
    severity = Severity.INFO,
    summary = "With multipath, open-iscsi waits two minutes for a broken session",
    why = """
        Commands on a broken session are held back for the replacement timeout, in the hope \
        that it comes back. With a second path that only delays the change to it, and guests stand \
        still as long.""",
    remedy = "Set the replacement timeout of open-iscsi to 15 s.",
    sources = {
      "open-iscsi: README, iSCSI settings for dm-multipath",
      "open-iscsi: etc/iscsid.conf (120 s)",
      "Proxmox VE wiki: Multipath"
    },
    since = "0.1")
final class ReplacementTimeoutTooLong implements Rule {

  private static final Duration DEFAULT = Duration.ofSeconds(120);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<IscsiStorage> targets = plan.storages().stream()
        .filter(IscsiStorage.class::isInstance)
        .map(IscsiStorage.class::cast)
        .filter(iscsi -> !plan.reach().nodesOf(iscsi.id()).isEmpty())
        .filter(iscsi -> plan.luns().multipath(iscsi))
        .toList();
    if (targets.isEmpty()) {
      findings.notApplicable("no iSCSI target of the plan has several paths");
      return;
    }
    PlanPath subject = PlanPath.of("cluster", "openIscsi");
    findings.looksAt(subject);
    Optional<OpenIscsi> settings = plan.plan().openIscsi();
    Duration timeout = settings.flatMap(OpenIscsi::replacementTimeout).orElse(DEFAULT);
    if (timeout.compareTo(DEFAULT) >= 0) {
      findings
          .on(subject)
          .says(
              "a broken session to %s is waited for %d s before the other path is taken",
              String.join(", ", targets.stream().map(Storage::id).toList()), timeout.toSeconds())
          .because("replacementTimeout", timeout)
          .because("targets", targets.stream().map(Storage::id).toList())
          .declaredAt(
              settings.flatMap(OpenIscsi::declaredAt).or(() -> targets.get(0).declaredAt()));
    }
  }
}
