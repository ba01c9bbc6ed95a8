package io.pveplan.rules.cluster;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.TimeSync;
import io.pveplan.rules.Findings;
import io.pveplan.rules.Rule;
import io.pveplan.rules.RuleInfo;
import io.pveplan.rules.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reports a node whose time synchronization is off, and time servers of two nodes that have none in
 * common. Without any in the plan all nodes ask the same pool; where some nodes name theirs, it is
 * undecided whether the others ask one of these.
 */
@RuleInfo(
    id = "CLU-038",
    severity = Severity.WARNING,
    summary = "The clocks of the nodes are not kept together",
    why = """
        Corosync, Ceph and the certificates of the API need clocks that agree. Nodes that ask \
        different servers drift apart when one of these is wrong.""",
    remedy = "Have chrony on each node ask the same three or more time servers.",
    sources = {
      "pve-docs: pvecm.adoc, Requirements",
      "pve-docs: system-timesync.adoc",
      "own judgement"
    },
    since = "0.1")
final class ClocksNotSynchronized implements Rule {

  @Override
  public void check(ResolvedPlan plan, Findings findings) {
    // Nodes by their servers: nearly always all of them are in one group.
    Map<SortedSet<String>, Node> groups = new LinkedHashMap<>();
    List<Node> silent = new ArrayList<>();
    for (Node node : plan.nodes()) {
      if (isOff(node, findings)) {
        continue;
      }
      if (plan.timeServers(node).isEmpty()) {
        silent.add(node);
      } else {
        groups.putIfAbsent(plan.timeServers(node), node);
      }
    }
    PlanPath cluster = PlanPath.of("cluster");
    if (groups.isEmpty()) {
      return;
    }
    findings.looksAt(cluster);
    silent.forEach(node -> findings.undecided(cluster, "time servers of " + node.name()));
    List<SortedSet<String>> servers = List.copyOf(groups.keySet());
    SortedSet<String> common = new TreeSet<>(servers.get(0));
    servers.forEach(common::retainAll);
    if (!common.isEmpty()) {
      return;
    }
    List<String> apart = new ArrayList<>();
    for (int i = 1; i < servers.size() && apart.isEmpty(); i++) {
      for (int j = 0; j < i && apart.isEmpty(); j++) {
        if (Collections.disjoint(servers.get(i), servers.get(j))) {
          apart.add(groups.get(servers.get(j)).name());
          apart.add(groups.get(servers.get(i)).name());
        }
      }
    }
    if (!apart.isEmpty()) {
      findings
          .on(cluster)
          .says("nodes %s have no time server in common", String.join(" and ", apart))
          .because("nodes", apart)
          .declaredAt(plan.node(apart.get(1)).flatMap(Node::declaredAt));
    }
  }

  private static boolean isOff(Node node, Findings findings) {
    findings.looksAt(node.path());
    boolean off = node.timeSync().stream().anyMatch(TimeSync.OFF::equals);
    if (off) {
      findings
          .on(node.path())
          .says("the time synchronization of node %s is off", node.name())
          .because("timeSync", TimeSync.OFF)
          .declaredAt(node.declaredAt());
    }
    return off;
  }
}
