package io.pveplan.rules.network;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Subnet;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reports interfaces of one node whose subnets overlap. Of each two, the one that the plan names
 * later is reported. Link-local addresses of IPv6, which are the same on all interfaces, are left
 * out.
 */
@RuleInfo(
    id = "NET-022",
    severity = Severity.WARNING,
    summary = "Two interfaces of a node lie in overlapping subnets",
    why = """
        The kernel sends everything over one of them, which need not be the one that was meant; \
        migration and Ceph refuse a network in which a node has two addresses.""",
    remedy = "Give each interface a subnet of its own.",
    sources = {
      "pve-cluster: src/PVE/CLI/pvecm.pm, mtunnel (exactly one address in the migration network)",
      "pve-manager: PVE/API2/Ceph/MON.pm, find_mon_ips"
    },
    since = "0.1")
final class OverlappingSubnets implements Rule {

  private record Entry(Subnet subnet, NodeInterface on, int position) {}

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    for (Node node : plan.nodes()) {
      List<Entry> entries = new ArrayList<>();
      int position = 0;
      for (NodeInterface each : node.interfaces()) {
        for (InterfaceAddress address : each.addresses()) {
          if (address.address().address().isV4() || !address.address().address().isLinkLocal()) {
            findings.looksAt(node.path().child(each.name()));
            entries.add(new Entry(address.address().subnet(), each, position));
          }
        }
        position++;
      }
      overlaps(entries)
          .forEach((later, others) -> report(node, node.interfaces().get(later), others, findings));
    }
  }

  // Two subnets are apart or one holds the other, and the wider one comes first in their order.
  private static Map<Integer, SortedSet<String>> overlaps(List<Entry> entries) {
    Map<Integer, SortedSet<String>> found = new TreeMap<>();
    Deque<Entry> around = new ArrayDeque<>();
    for (Entry entry :
        entries.stream().sorted(Comparator.comparing(Entry::subnet)).toList()) {
      while (!around.isEmpty() && !around.peek().subnet().contains(entry.subnet())) {
        around.pop();
      }
      for (Entry other : around) {
        if (other.position() != entry.position()) {
          Entry first = other.position() < entry.position() ? other : entry;
          Entry later = first == other ? entry : other;
          found
              .computeIfAbsent(later.position(), key -> new TreeSet<>())
              .add(later.subnet() + " overlaps " + first.subnet() + " of "
                  + first.on().name());
        }
      }
      around.push(entry);
    }
    return found;
  }

  private static void report(
      Node node, NodeInterface later, SortedSet<String> others, Findings findings) {
    findings
        .on(node.path().child(later.name()))
        .says("on %s of node %s, %s", later.name(), node.name(), String.join(" and ", others))
        .because("overlaps", others)
        .declaredAt(later.declaredAt());
  }
}
