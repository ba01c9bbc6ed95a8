package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.PowerFeeds;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.SharedPart;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reports a Corosync link that goes down together with one of a lower number. The two switches of a
 * stack or MLAG pair count as two.
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
    for (int second = 1; second < links.size(); second++) {
      check(links.get(second), links.subList(0, second), plan, findings);
    }
  }

  private static void check(
      CorosyncLink link, List<CorosyncLink> before, ResolvedPlan plan, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "link" + link.number());
    findings.looksAt(subject);
    SortedMap<String, SortedSet<String>> nodesByPart = new TreeMap<>();
    SortedSet<String> missing = new TreeSet<>();
    for (Node node : plan.nodes()) {
      for (CorosyncLink other : before) {
        compare(node, link, other, plan, nodesByPart, missing);
      }
    }
    if (nodesByPart.isEmpty()) {
      missing.forEach(fact -> findings.undecided(subject, fact));
      return;
    }
    List<String> parts = nodesByPart.entrySet().stream()
        .map(part -> part.getKey() + " on " + String.join(", ", part.getValue()))
        .toList();
    findings
        .on(subject)
        .says("link%d shares its way: %s", link.number(), String.join("; ", parts))
        .because("shared", nodesByPart)
        .declaredAt(link.declaredAt());
  }

  private static void compare(
      Node node,
      CorosyncLink link,
      CorosyncLink other,
      ResolvedPlan plan,
      SortedMap<String, SortedSet<String>> nodesByPart,
      SortedSet<String> missing) {
    Optional<NetworkPath> path = path(node, link, plan, missing);
    Optional<NetworkPath> otherPath = path(node, other, plan, missing);
    if (path.isEmpty() || otherPath.isEmpty()) {
      return;
    }
    for (SharedPart part : path.get().sharedWith(otherPath.get())) {
      if (part.kind() != SharedPart.Kind.STACK && !fails(node, part, plan)) {
        nodesByPart
            .computeIfAbsent("with link" + other.number() + " the " + part, key -> new TreeSet<>())
            .add(node.name());
      }
    }
  }

  private static Optional<NetworkPath> path(
      Node node, CorosyncLink link, ResolvedPlan plan, SortedSet<String> missing) {
    Optional<NetworkPath> path = plan.paths().path(node.name(), link.network());
    if (path.isEmpty()) {
      missing.add("interface of " + node.name() + " on network " + link.network());
    } else if (path.get().nics().isEmpty()) {
      missing.add("physical NICs below " + path.get().interfaceName() + " of " + node.name());
    }
    path.ifPresent(
        it -> it.uncabled().forEach(nic -> missing.add("cable in " + nic + " of " + node.name())));
    return path;
  }

  // A node that is down with a circuit itself needs no link then.
  private static boolean fails(Node node, SharedPart part, ResolvedPlan plan) {
    PowerFeeds feeds = plan.powerFeeds(node);
    Optional<String> name = Optional.of(part.name());
    return part.kind() == SharedPart.Kind.CIRCUIT && feeds.onlyCircuit().equals(name)
        || part.kind() == SharedPart.Kind.UPS && feeds.onlyUps().equals(name);
  }
}
