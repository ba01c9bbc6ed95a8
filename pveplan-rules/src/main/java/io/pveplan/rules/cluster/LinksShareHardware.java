package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reports a Corosync link that goes down together with one of a lower number: at one node, or at
 * one node the one and at another node the other, which then do not reach each other. The two
 * switches of a stack or MLAG pair count as two: the plan does not say whether they have one
 * control plane.
 */
@RuleInfo(
    id = "CLU-026",
    severity = Severity.WARNING,
    summary = "Two Corosync links go over the same NIC, bond, switch or feed",
    why = """
        A second link is there for the failure of the first. Where both go over one NIC, bond or \
        switch, or over switches on one circuit, they are one link that fails at once.""",
    remedy = "Give each link a NIC and a switch of its own, and the switches feeds of their own.",
    sources = {"pve-docs: pvecm.adoc, Corosync Redundancy"},
    since = "0.1")
final class LinksShareHardware implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<CorosyncLink> links = plan.corosyncLinks();
    if (links.size() < 2) {
      findings.notApplicable("the plan has fewer than two Corosync links");
      return;
    }
    List<LinkWays> ways = links.stream().map(link -> LinkWays.of(link, plan)).toList();
    for (int second = 1; second < ways.size(); second++) {
      check(ways.get(second), ways.subList(0, second), findings);
    }
  }

  private static void check(LinkWays link, List<LinkWays> before, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "link" + link.number());
    findings.looksAt(subject);
    List<SharedByLinks> shared = new ArrayList<>();
    SortedSet<String> missing = new TreeSet<>(link.missing());
    for (LinkWays other : before) {
      shared.addAll(link.sharedWith(other));
      missing.addAll(other.missing());
      missing.addAll(link.unknownFeeds(other));
    }
    if (shared.isEmpty()) {
      missing.forEach(fact -> findings.undecided(subject, fact));
      return;
    }
    Collections.sort(shared);
    SortedMap<String, SortedSet<String>> nodesByPart = new TreeMap<>();
    shared.forEach(each -> nodesByPart.put(each.text(), each.nodes()));
    Set<String> ways = new LinkedHashSet<>();
    shared.forEach(each -> ways.addAll(each.ways()));
    findings
        .on(subject)
        .says(
            "link%d shares its way: %s; %s",
            link.number(),
            String.join("; ", shared.stream().map(SharedByLinks::toString).toList()),
            String.join(", ", shared.get(0).ways()))
        .because("shared", nodesByPart)
        .because("ways", List.copyOf(ways))
        .declaredAt(link.declaredAt());
  }
}
