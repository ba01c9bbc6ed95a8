package io.pveplan.rules.cluster;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.network.BondMode;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;

/** Reports an active-backup bond below the only Corosync link. */
@RuleInfo(
    id = "CLU-031",
    severity = Severity.INFO,
    summary = "The only Corosync link runs over an active-backup bond",
    why = """
        The bond changes to the other NIC when the link goes down. A NIC that stops to carry \
        packets while its link stays up is not noticed, and the node loses the cluster.""",
    remedy = "Add a second link on another network.",
    sources = "pve-docs: pvecm.adoc, Corosync Over Bonds",
    since = "0.1")
final class OnlyLinkOverActiveBackup implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<CorosyncLink> links = plan.linksByPreference();
    if (links.size() != 1) {
      return;
    }
    for (LinkBonds each : LinkBonds.of(links, plan, findings)) {
      if (each.mode() == BondMode.ACTIVE_BACKUP) {
        findings
            .on(each.path())
            .says("%s, an active-backup bond, and there is no other link", each.describe())
            .because("links", each.links())
            .declaredAt(each.bond().declaredAt());
      }
    }
  }
}
