package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.Traffic;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reports a Corosync link in the layer 2 network of storage, replication, migration or backup. Of
 * two or more links the one used last may lie there, as a fallback. Ceph has a rule of its own,
 * CEPH-018.
 */
@RuleInfo(
    id = "CLU-028",
    severity = Severity.WARNING,
    summary = "A Corosync link lies in a network that disks or memory are copied over",
    why = """
        Reading and writing disks or moving guests fills the network for minutes. Corosync misses \
        its tokens meanwhile, nodes leave the quorum, and with HA they fence themselves.""",
    remedy = "Give the link a network of its own, or make it the one of lowest priority.",
    sources = {
      "pve-docs: pvecm.adoc, Network Requirements",
      "pve-docs: pvecm.adoc, Create via Web GUI"
    },
    since = "0.1")
final class LinkOverStorageNetwork implements Rule {

  private static final Set<Traffic> BULK =
      EnumSet.of(Traffic.STORAGE, Traffic.REPLICATION, Traffic.MIGRATION, Traffic.BACKUP);

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<CorosyncLink> links = plan.linksByPreference();
    if (links.isEmpty()) {
      return;
    }
    LinkSegments segments = LinkSegments.of(plan);
    links
        .subList(0, Math.max(1, links.size() - 1))
        .forEach(link -> check(link, segments, plan, findings));
  }

  private static void check(
      CorosyncLink link, LinkSegments segments, ResolvedPlan plan, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "link" + link.number());
    findings.looksAt(subject);
    SortedSet<String> missing = new TreeSet<>();
    SortedMap<String, SortedSet<Traffic>> found = new TreeMap<>();
    for (String network : segments.networksBeside(link, plan, missing)) {
      SortedSet<Traffic> traffic = new TreeSet<>(plan.networkUse().traffic(network));
      if (traffic.isEmpty()) {
        missing.add("traffic of network " + network);
      }
      traffic.retainAll(BULK);
      if (!traffic.isEmpty()) {
        found.put(network, traffic);
      }
    }
    if (found.isEmpty()) {
      missing.forEach(fact -> findings.undecided(subject, fact));
      return;
    }
    findings
        .on(subject)
        .says("link%d shares its layer 2 network with %s", link.number(), words(found))
        .because("network", link.network())
        .because("traffic", found)
        .declaredAt(link.declaredAt().or(plan.plan()::declaredAt));
  }

  private static String words(SortedMap<String, SortedSet<Traffic>> found) {
    return String.join(
        "; ",
        found.entrySet().stream()
            .map(each ->
                String.join(", ", each.getValue().stream().map(Traffic::text).toList())
                    + " (network " + each.getKey() + ")")
            .toList());
  }
}
