package io.pveplan.rules.failure.internal.ha;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Resources that are to be together by one positive rule or by several that meet.
 *
 * <p>A rule joins the first set it meets, and sets are not joined with each other afterwards: a
 * rule that links two of them leaves them two (pve-ha-manager, src/PVE/HA/Rules/Helpers.pm).
 */
final class TogetherSet {

  private static final Comparator<ServiceRule> BY_LOWEST_RESOURCE = Comparator.comparing(
          (ServiceRule rule) -> rule.services().first())
      .thenComparing(ServiceRule::id);

  private final List<String> rules = new ArrayList<>();
  private final SortedSet<String> services = new TreeSet<>();

  private TogetherSet() {}

  /** The sets of some rules; negative ones and those without resources have none. */
  static List<TogetherSet> of(Collection<ServiceRule> rules) {
    List<TogetherSet> sets = new ArrayList<>();
    Map<String, Integer> firstSet = new HashMap<>();
    rules.stream()
        .filter(rule -> rule.positive() && !rule.services().isEmpty())
        .sorted(BY_LOWEST_RESOURCE)
        .forEach(rule -> joinFirst(sets, firstSet, rule));
    return sets;
  }

  private static void joinFirst(
      List<TogetherSet> sets, Map<String, Integer> firstSet, ServiceRule rule) {
    int place = rule.services().stream()
        .mapToInt(service -> firstSet.getOrDefault(service, sets.size()))
        .min()
        .orElseThrow();
    if (place == sets.size()) {
      sets.add(new TogetherSet());
    }
    sets.get(place).add(rule);
    rule.services().forEach(service -> firstSet.merge(service, place, Math::min));
  }

  private void add(ServiceRule rule) {
    rules.add(rule.id());
    services.addAll(rule.services());
  }

  /** IDs of the rules it is made of. */
  List<String> rules() {
    return rules;
  }

  /** IDs of its resources. */
  SortedSet<String> services() {
    return services;
  }
}
