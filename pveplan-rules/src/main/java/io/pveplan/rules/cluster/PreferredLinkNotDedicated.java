package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reports priorities that prefer a Corosync link with other traffic on its NICs to one without. It
 * is {@link NoDedicatedCorosyncNic} that reports where no link has NICs of its own.
 */
@RuleInfo(
    id = "CLU-024",
    severity = Severity.INFO,
    summary = "The priorities prefer a shared Corosync link to a dedicated one",
    why = """
        The link with the highest number is used first (the description in the API of Proxmox VE \
        says the opposite). The dedicated network then idles while Corosync waits behind other \
        traffic.""",
    remedy = "Give the dedicated link the highest priority.",
    sources = {"pve-docs: pvecm.adoc, Corosync Redundancy", "corosync: man/corosync.conf.5"},
    since = "0.1")
final class PreferredLinkNotDedicated implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<CorosyncLink> links = plan.linksByPreference();
    if (links.size() > 1 && links.stream().anyMatch(link -> link.priority().isPresent())) {
      check(links.get(0), links.subList(1, links.size()), plan, findings);
    }
  }

  private static void check(
      CorosyncLink preferred, List<CorosyncLink> others, ResolvedPlan plan, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "link" + preferred.number());
    findings.looksAt(subject);
    LinkNics own = LinkNics.of(preferred, plan);
    if (own.dedicated()) {
      return;
    }
    SortedSet<String> dedicated = new TreeSet<>();
    SortedSet<String> missing = new TreeSet<>();
    for (CorosyncLink other : others) {
      LinkNics nics = LinkNics.of(other, plan);
      if (nics.dedicated()) {
        dedicated.add("link" + other.number());
      } else if (nics.shared().isEmpty()) {
        missing.addAll(nics.missingFacts());
      }
    }
    if (own.shared().isEmpty()) {
      if (!dedicated.isEmpty() || !missing.isEmpty()) {
        own.missingFacts().forEach(fact -> findings.undecided(subject, fact));
      }
    } else if (dedicated.isEmpty()) {
      missing.forEach(fact -> findings.undecided(subject, fact));
    } else {
      findings
          .on(subject)
          .says(
              "link%d is preferred and shares its NICs, while %s would have NICs of its own",
              preferred.number(), String.join(" or ", dedicated))
          .because("dedicated", dedicated)
          .because("sharedNics", own.shared())
          .declaredAt(preferred.declaredAt());
    }
  }
}
