package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.Optional;

/**
 * Reports a preferred Corosync link whose NICs carry other traffic too, in the same VLAN or in
 * another one. Links of lower priority may share theirs.
 *
 * <p>Two or more nodes without links in the plan get one all the same, over the addresses that the
 * node names resolve to, see {@link ResolvedPlan#preferredLink}. Where the plan does not tell one
 * network for these, the links are missing to judge.
 */
@RuleInfo(
    id = "CLU-027",
    severity = Severity.WARNING,
    summary = "The preferred Corosync link has no NIC of its own",
    why = """
        Corosync needs little bandwidth and steady latency. Whatever fills the NIC, in whatever \
        VLAN, delays its tokens: nodes leave the quorum, and with HA they fence themselves.""",
    remedy = """
        Give Corosync a NIC of its own (1 Gbit/s is enough) and make it the preferred link; keep \
        the management network as a fallback of lower priority.""",
    sources = {
      "pve-docs: pvecm.adoc, Requirements",
      "pve-docs: pvecm.adoc, Separate Cluster Network",
      "pve-cluster: src/PVE/Corosync.pm, create_conf",
      "article Proxmox-Cluster planen, which puts Corosync on the management network"
    },
    since = "0.1")
final class NoDedicatedCorosyncNic implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    Optional<CorosyncLink> link = plan.preferredLink();
    if (link.isPresent()) {
      check(link.get(), plan, findings);
    } else if (plan.nodes().size() > 1) {
      findings.undecided(PlanPath.of("corosync"), "Corosync links");
    }
  }

  private static void check(CorosyncLink link, ResolvedPlan plan, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "link" + link.number());
    findings.looksAt(subject);
    LinkNics nics = LinkNics.of(link, plan);
    if (nics.shared().isEmpty()) {
      nics.missingFacts().forEach(fact -> findings.undecided(subject, fact));
      return;
    }
    findings
        .on(subject)
        .says(
            "link%d%s shares its NICs: %s",
            link.number(),
            plan.corosyncLinks().isEmpty() ? ", which takes the addresses of the node names," : "",
            nics.describe())
        .because("network", link.network())
        .because("sharedNics", nics.shared())
        .declaredAt(link.declaredAt().or(plan.plan()::declaredAt));
  }
}
