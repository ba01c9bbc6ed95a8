package io.pveplan.rules.failure.internal.ha;

import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.HaState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A cluster for tests, in the words of the HA configuration. */
final class HaPlan {

  private static final long GIB = 1L << 30;

  private final List<HaNode> nodes = new ArrayList<>();
  private final List<HaService> services = new ArrayList<>();
  private final List<OtherGuest> others = new ArrayList<>();
  private final List<NodeRule> nodeRules = new ArrayList<>();
  private final List<ServiceRule> serviceRules = new ArrayList<>();
  private boolean groups;
  private boolean byDemand;
  private boolean rebalanceOnStart;
  private Startability startability = Startability.EVERYWHERE;

  static HaPlan of(String... nodes) {
    HaPlan plan = new HaPlan();
    Arrays.stream(nodes).forEach(name -> plan.nodes.add(new HaNode(name, 32, 128 * GIB)));
    return plan;
  }

  /** n1 to n4, alike. */
  static HaPlan ofFour() {
    return of("n1", "n2", "n3", "n4");
  }

  HaPlan on(String node, String... sids) {
    Arrays.stream(sids).forEach(sid -> add(sid, node, HaState.STARTED, true, new Demand(2, GIB)));
    return this;
  }

  HaPlan on(String node, String sid, HaState wanted) {
    return add(sid, node, wanted, true, new Demand(2, GIB));
  }

  HaPlan sized(String node, String sid, double cpus, int gib) {
    return add(sid, node, HaState.STARTED, true, new Demand(cpus, gib * GIB));
  }

  HaPlan staying(String node, String sid) {
    return add(sid, node, HaState.STARTED, false, new Demand(2, GIB));
  }

  private HaPlan add(String sid, String node, HaState wanted, boolean failback, Demand demand) {
    services.add(new HaService(sid, node, wanted, 1, 1, failback, demand));
    return this;
  }

  HaPlan other(String node, double cpus, int gib) {
    others.add(new OtherGuest(node, new Demand(cpus, gib * GIB)));
    return this;
  }

  /** Nodes as {@code n1:2,n2}. */
  HaPlan prefer(String id, String nodeList, String... sids) {
    nodeRules.add(nodeRule(id, false, nodeList, sids));
    return this;
  }

  HaPlan restrict(String id, String nodeList, String... sids) {
    nodeRules.add(nodeRule(id, true, nodeList, sids));
    return this;
  }

  HaPlan together(String id, String... sids) {
    serviceRules.add(new ServiceRule(id, Affinity.POSITIVE, sorted(sids)));
    return this;
  }

  HaPlan apart(String id, String... sids) {
    serviceRules.add(new ServiceRule(id, Affinity.NEGATIVE, sorted(sids)));
    return this;
  }

  /** As on 8.4: node rules are groups. */
  HaPlan withGroups() {
    groups = true;
    return this;
  }

  HaPlan byDemand() {
    byDemand = true;
    return this;
  }

  HaPlan rebalancedOnStart() {
    rebalanceOnStart = true;
    return this;
  }

  HaPlan where(Startability guestsStart) {
    startability = guestsStart;
    return this;
  }

  private static NodeRule nodeRule(String id, boolean strict, String nodeList, String... sids) {
    SortedMap<String, Integer> priorities = new TreeMap<>();
    for (String each : nodeList.split(",")) {
      String[] parts = each.split(":");
      priorities.put(parts[0], parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }
    return new NodeRule(id, sorted(sids), priorities, strict);
  }

  static SortedSet<String> sorted(String... sids) {
    return new TreeSet<>(Arrays.asList(sids));
  }

  EffectiveRules rules() {
    return groups
        ? EffectiveRules.ofGroups(nodeRules)
        : EffectiveRules.of(nodeRules, serviceRules, nodes.size());
  }

  HaSimulation start() {
    HaCluster.Scheduler scheduler =
        new HaCluster.Scheduler(byDemand, !groups, rebalanceOnStart, groups);
    return HaSimulation.start(
        new HaCluster(nodes, services, others, rules(), scheduler), startability);
  }

  /** What HA does, line by line, after it has come to rest at the start. */
  List<String> losing(String... lost) {
    HaSimulation simulation = start().copy(startability);
    simulation.lose(List.of(lost));
    return lines(simulation);
  }

  static List<String> lines(HaSimulation simulation) {
    return simulation.decisions().stream().map(Decision::toString).toList();
  }
}
