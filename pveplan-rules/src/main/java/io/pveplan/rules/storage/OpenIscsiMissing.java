package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reports a node with an iSCSI storage that does not get open-iscsi. */
@RuleInfo(
    id = "SHR-012",
    severity = Severity.ERROR,
    summary = "A node with an iSCSI storage lacks open-iscsi",
    why = """
        open-iscsi is not part of an installation. Without it the storage does not come up on \
        the node, and with it no guest on its LUNs.""",
    remedy = "Install open-iscsi before the storage is defined.",
    sources = "pve-storage: src/PVE/Storage/ISCSIPlugin.pm, check_iscsi_support",
    since = "0.1")
final class OpenIscsiMissing implements Rule {

  private static final String PACKAGE = "open-iscsi";

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage) {
        plan.reach().nodesOf(storage.id()).forEach(node -> targets.putIfAbsent(node, storage.id()));
      }
    }
    for (Node node : plan.nodes()) {
      if (targets.containsKey(node.name())) {
        check(node, targets.get(node.name()), plan.packages(node), findings);
      }
    }
  }

  private static void check(Node node, String storage, Set<String> packages, Findings findings) {
    findings.looksAt(node.path());
    if (packages.isEmpty()) {
      findings.undecided(node.path(), "packages of " + node.name());
    } else if (!packages.contains(PACKAGE)) {
      findings
          .on(node.path())
          .says("%s has iSCSI storage %s and does not get %s", node.name(), storage, PACKAGE)
          .because("storage", storage)
          .because("packages", packages)
          .declaredAt(node.declaredAt());
    }
  }
}
