package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.CorosyncLink;
import io.pveplan.model.network.AddressKind;
import io.pveplan.model.network.AddressUse;
import io.pveplan.model.network.HostAddress;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.Segment;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports an address that two nodes have on links of theirs, in different networks. One that both
 * have in one layer 2 network is the matter of NET-019.
 */
@RuleInfo(
    id = "CLU-019",
    severity = Severity.ERROR,
    summary = "Two nodes have the same address on Corosync links",
    why = """
        Corosync tells nodes by the addresses of their links, whatever the number of the link. \
        pvecm refuses to add a node with the address of another one.""",
    remedy = "Give each node an address of its own on each link.",
    sources = "pve-cluster: src/PVE/API2/ClusterConfig.pm, addnode, check_duplicate_addr",
    since = "0.1")
final class LinkAddressReused implements Rule {

  private record LinkUse(CorosyncLink link, AddressUse use) {

    @Override
    public String toString() {
      return use.owner() + " on link" + link.number();
    }
  }

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    plan.corosyncLinks().forEach(link -> findings.looksAt(path(link)));
    Map<CorosyncLink, List<String>> clashes = new LinkedHashMap<>();
    for (List<AddressUse> shared : plan.addresses().shared()) {
      List<LinkUse> earlier = new ArrayList<>();
      for (AddressUse use : shared) {
        Optional<LinkUse> own = link(use, plan).map(link -> new LinkUse(link, use));
        own.ifPresent(later -> {
          earlier.stream()
              .filter(first -> !first.use().owner().equals(use.owner()))
              .filter(first -> !inOneNetwork(first, later, plan))
              .findFirst()
              .ifPresent(first -> clashes
                  .computeIfAbsent(later.link(), key -> new ArrayList<>())
                  .add(use.address() + " is that of " + first + " and of " + later));
          earlier.add(later);
        });
      }
    }
    clashes.forEach((link, all) -> findings
        .on(path(link))
        .says("%s", String.join("; ", all))
        .because("network", link.network())
        .declaredAt(link.declaredAt()));
  }

  private static PlanPath path(CorosyncLink link) {
    return PlanPath.of("corosync", "link" + link.number());
  }

  // A link takes the first address that a node has on its network.
  private static Optional<CorosyncLink> link(AddressUse use, ResolvedPlan plan) {
    if (use.kind() != AddressKind.NODE) {
      return Optional.empty();
    }
    Optional<String> network = use.assigned().flatMap(InterfaceAddress::network);
    return plan.corosyncLinks().stream()
        .filter(link -> network.equals(Optional.of(link.network())))
        .filter(link -> plan.topology()
            .address(use.owner(), link.network())
            .map(HostAddress::address)
            .equals(Optional.of(use.address())))
        .findFirst();
  }

  private static boolean inOneNetwork(LinkUse one, LinkUse other, ResolvedPlan plan) {
    Optional<Segment> segment = segment(one, plan);
    return one.link().network().equals(other.link().network())
        || segment.isPresent() && segment.equals(segment(other, plan));
  }

  // A bridge without a card is a network of its own on each node.
  private static Optional<Segment> segment(LinkUse use, ResolvedPlan plan) {
    String node = use.use().owner();
    return plan.topology()
        .segment(node, use.use().part())
        .filter(it -> !plan.topology().physicalNics(node, use.use().part()).isEmpty());
  }
}
