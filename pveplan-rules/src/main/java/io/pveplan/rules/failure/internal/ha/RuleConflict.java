package io.pveplan.rules.failure.internal.ha;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Rules that the HA manager leaves out together.
 *
 * @param reason why
 * @param rules IDs of these rules: the one that is checked first, those that it meets after it
 * @param services IDs of the resources that they meet in
 * @param nodes names of the nodes that are left for them, where that is the reason
 */
public record RuleConflict(
    DropReason reason, List<String> rules, SortedSet<String> services, SortedSet<String> nodes) {

  /** This conflict and another one of the same rule for the same reason, as one. */
  public RuleConflict with(RuleConflict other) {
    SortedSet<String> allServices = new TreeSet<>(services);
    allServices.addAll(other.services);
    SortedSet<String> allNodes = new TreeSet<>(nodes);
    allNodes.addAll(other.nodes);
    return new RuleConflict(
        reason,
        Stream.concat(rules.stream(), other.rules.stream()).distinct().toList(),
        allServices,
        allNodes);
  }
}
