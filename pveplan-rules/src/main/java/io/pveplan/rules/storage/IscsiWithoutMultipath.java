package io.pveplan.rules.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports an iSCSI target that a node reaches over one path only. */
@RuleInfo(
    id = "SHR-017",
    severity = Severity.WARNING,
    summary = "A node has fewer than two paths to an iSCSI target",
    why = """
        A path is a portal and a physical NIC of its own. With one path the failure of a cable, a \
        card or a port stops every disk on the LUN.""",
    remedy = "Declare a second portal in a subnet of its own, give each node a NIC in both subnets"
        + " over different switches, and install multipath-tools.",
    sources = {"article Proxmox-Cluster planen, storage", "Proxmox VE wiki: Multipath"},
    since = "0.1")
final class IscsiWithoutMultipath implements Rule {

  private static final int FEWEST_PATHS = 2;

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Storage storage : plan.storages()) {
      if (storage instanceof IscsiStorage iscsi) {
        check(iscsi, plan, findings);
      }
    }
  }

  private static void check(IscsiStorage iscsi, ResolvedPlan plan, Findings findings) {
    List<Portal> named = plan.luns().companions(iscsi).stream()
        .flatMap(target -> target.portals().stream())
        .filter(portal -> portal.address().isEmpty())
        .toList();
    Map<String, Integer> paths = new LinkedHashMap<>();
    for (String node : plan.reach().nodesOf(iscsi.id())) {
      findings.looksAt(iscsi.path());
      int count = plan.lunPaths(node, iscsi).count();
      if (count >= FEWEST_PATHS) {
        continue;
      }
      if (!named.isEmpty()) {
        named.forEach(
            portal -> findings.undecided(iscsi.path(), "address of portal " + portal.server()));
      } else if (plan.topology().interfaces(node).isEmpty()) {
        findings.undecided(iscsi.path(), "network interfaces of " + node);
      } else {
        paths.put(node, count);
      }
    }
    if (!paths.isEmpty()) {
      report(iscsi, paths, findings);
    }
  }

  private static void report(IscsiStorage iscsi, Map<String, Integer> paths, Findings findings) {
    findings
        .on(iscsi.path())
        .says(
            "nodes with fewer than two paths to %s: %s",
            iscsi.target(),
            String.join(
                ", ",
                paths.entrySet().stream()
                    .map(each -> each.getKey() + " (" + each.getValue() + ")")
                    .toList()))
        .because("target", iscsi.target())
        .because("portals", iscsi.portals())
        .because("paths", paths)
        .declaredAt(iscsi.declaredAt());
  }
}
