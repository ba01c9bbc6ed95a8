package io.pveplan.rules.failure.internal.ha;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the HA manager knows of a cluster before anything happens.
 *
 * @param nodes the nodes
 * @param services the HA resources; ones to be ignored are other guests
 * @param others running guests that are no HA resources
 * @param rules what is left of the rules
 * @param scheduler how it selects nodes
 */
public record HaCluster(
    List<HaNode> nodes,
    List<HaService> services,
    List<OtherGuest> others,
    EffectiveRules rules,
    Scheduler scheduler) {

  /**
   * How nodes are selected.
   *
   * @param byDemand by CPUs and memory (static); else by number of guests (basic)
   * @param countsOthers whether running guests that are no HA resources weigh as well, as they do
   *     from pve-ha-manager 5.1.2 on
   * @param rebalanceOnStart whether a resource that is to be started is placed anew
   * @param staysAfterRecovery whether a resource in recovery returns to its node when that is up
   *     again, as it does before pve-ha-manager 5.0
   */
  public record Scheduler(
      boolean byDemand,
      boolean countsOthers,
      boolean rebalanceOnStart,
      boolean staysAfterRecovery) {}

  /**
   * Brings nodes and resources in the order that the HA manager takes them in: that of their names.
   *
   * @throws IllegalArgumentException if two have the same name, or a guest is on no node
   */
  public HaCluster {
    nodes = nodes.stream().sorted(Comparator.comparing(HaNode::name)).toList();
    services = services.stream().sorted(Comparator.comparing(HaService::sid)).toList();
    others = List.copyOf(others);
    Map<String, Integer> nodeNumbers = new HashMap<>();
    for (HaNode node : nodes) {
      refuse(nodeNumbers.putIfAbsent(node.name(), 0) != null, "two nodes " + node.name());
    }
    Map<String, Integer> serviceNumbers = new HashMap<>();
    for (HaService service : services) {
      refuse(!nodeNumbers.containsKey(service.node()), service.sid() + " is on no node");
      refuse(serviceNumbers.putIfAbsent(service.sid(), 0) != null, "two of " + service.sid());
    }
    for (OtherGuest other : others) {
      refuse(!nodeNumbers.containsKey(other.node()), "a guest is on no node");
    }
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new IllegalArgumentException(message);
    }
  }
}
