package io.pveplan.rules.failure.internal.ha;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A cluster by numbers: nodes and resources in the order of their names, so that a comparison of
 * numbers is one of names. Made once for all scenarios.
 */
final class Numbered {

  /** Priority of a node that a resource may not be on. */
  static final int NOT_ALLOWED = Integer.MIN_VALUE;

  final HaCluster cluster;
  final List<HaNode> nodes;
  final List<HaService> services;
  private final Map<String, Integer> nodeNumbers = new HashMap<>();
  private final Map<String, Integer> serviceNumbers = new HashMap<>();
  private final int[][] priorities;
  private final int[][] together;
  private final int[][] apart;
  private final int[] otherNodes;
  private final boolean[] bound;

  Numbered(HaCluster cluster) {
    this.cluster = cluster;
    this.nodes = cluster.nodes();
    this.services = cluster.services();
    for (int i = 0; i < nodes.size(); i++) {
      nodeNumbers.put(nodes.get(i).name(), i);
    }
    for (int i = 0; i < services.size(); i++) {
      serviceNumbers.put(services.get(i).sid(), i);
    }
    EffectiveRules rules = cluster.rules();
    priorities = new int[services.size()][];
    together = new int[services.size()][];
    apart = new int[services.size()][];
    int[] anywhere = new int[nodes.size()];
    for (int i = 0; i < services.size(); i++) {
      String sid = services.get(i).sid();
      priorities[i] = rules.bind(sid) ? priorities(rules, sid) : anywhere;
      together[i] = numbers(rules.together(sid));
      apart[i] = numbers(rules.apart(sid));
    }
    otherNodes = cluster.others().stream().mapToInt(other -> node(other.node())).toArray();
    bound = new boolean[services.size()];
    for (int i = 0; i < bound.length; i++) {
      bound[i] = rules.bind(services.get(i).sid());
    }
  }

  private int[] priorities(EffectiveRules rules, String sid) {
    SortedMap<String, Integer> byName = rules.nodes(sid, nodeNumbers.keySet());
    return nodes.stream()
        .mapToInt(node -> byName.getOrDefault(node.name(), NOT_ALLOWED))
        .toArray();
  }

  // Rules may name resources that do not exist, or are ignored.
  private int[] numbers(SortedSet<String> sids) {
    return sids.stream()
        .filter(serviceNumbers::containsKey)
        .mapToInt(this::service)
        .toArray();
  }

  int node(String name) {
    Integer number = nodeNumbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("no node " + name);
    }
    return number;
  }

  int service(String sid) {
    Integer number = serviceNumbers.get(sid);
    if (number == null) {
      throw new IllegalArgumentException("no HA resource " + sid);
    }
    return number;
  }

  /** Priority of each node for a resource. */
  int[] priorities(int service) {
    return priorities[service];
  }

  int[] together(int service) {
    return together[service];
  }

  int[] apart(int service) {
    return apart[service];
  }

  /** Node of each guest that is no HA resource. */
  int[] otherNodes() {
    return otherNodes;
  }

  /** Whether a rule speaks of a resource. Any other one stays where it is while its node is up. */
  boolean isBound(int service) {
    return bound[service];
  }
}
