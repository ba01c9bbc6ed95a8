package io.pveplan.rules.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Segment;
import io.pveplan.model.network.Topology;
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
 * Reports a Corosync link in a layer 2 network of Ceph, or on its NICs. Of two or more links the one
 * used last may be there, as a fallback. Where the plan says no public network, Ceph uses the one of
 * the names of the nodes.
 */
@RuleInfo(
    id = "CEPH-018",
    severity = Severity.WARNING,
    summary = "Ceph and a Corosync link share a network or NIC",
    why = """
        When Ceph makes lost data anew it fills its network for hours. Corosync misses its tokens \
        meanwhile, nodes leave the quorum, and with HA they fence themselves, which loses more data.""",
    remedy = "Give the link a NIC of its own, or make it the one of lowest priority.",
    sources = {"pve-docs: pveceph.adoc, Network", "pve-docs: pvecm.adoc, Network Requirements"},
    since = "0.1")
final class CephBesideCorosync implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    List<CorosyncLink> links = plan.linksByPreference();
    boolean used =
        plan.nodes().stream().anyMatch(node -> !plan.cephNetworks(node.name()).isEmpty());
    if (!used || links.isEmpty()) {
      return;
    }
    links.subList(0, Math.max(1, links.size() - 1)).forEach(link -> check(link, plan, findings));
  }

  private static void check(CorosyncLink link, ResolvedPlan plan, Findings findings) {
    PlanPath subject = PlanPath.of("corosync", "link" + link.number());
    findings.looksAt(subject);
    SortedMap<String, SortedSet<String>> shared = new TreeMap<>();
    for (Node node : plan.nodes()) {
      for (String network : plan.cephNetworks(node.name())) {
        shared(node.name(), link.network(), network, plan.topology())
            .ifPresent(
                what -> shared.computeIfAbsent(what, key -> new TreeSet<>()).add(node.name()));
      }
    }
    if (!shared.isEmpty()) {
      findings
          .on(subject)
          .says(
              "link%d shares %s",
              link.number(),
              String.join(
                  "; ",
                  shared.entrySet().stream()
                      .map(each -> each.getKey() + " on " + String.join(", ", each.getValue()))
                      .toList()))
          .because("network", link.network())
          .because("shared", shared)
          .declaredAt(link.declaredAt().or(() -> plan.plan().ceph().flatMap(Ceph::declaredAt)));
    }
  }

  // A node without an address in one of them has nothing to share there.
  private static Optional<String> shared(String node, String link, String ceph, Topology topology) {
    Optional<NodeInterface> own = topology.interfaceOn(node, link);
    Optional<NodeInterface> other = topology.interfaceOn(node, ceph);
    if (own.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    Optional<Segment> segment = topology.segment(node, own.get().name());
    if (own.equals(other)
        || segment.isPresent()
            && segment.equals(topology.segment(node, other.get().name()))) {
      return Optional.of("the layer 2 network of " + ceph);
    }
    SortedSet<String> nics = new TreeSet<>(topology.physicalNics(node, own.get().name()));
    nics.retainAll(topology.physicalNics(node, other.get().name()));
    return nics.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" and ", nics) + " with network " + ceph);
  }
}
