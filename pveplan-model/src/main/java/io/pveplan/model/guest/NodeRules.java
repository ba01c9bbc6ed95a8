package io.pveplan.model.guest;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ProductVersion;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.Ha;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The node affinity rule that each guest follows: one that names it, or else one that names a guest
 * it is to be with.
 *
 * <p>Positive rules that meet are one set, as the HA manager makes them: a rule joins the first set
 * it meets, and sets are not joined afterwards (pve-ha-manager, src/PVE/HA/Rules/Helpers.pm
 * find_disjoint_rules_resource_sets). In Proxmox VE 8.4 there are no rules about each other.
 */
final class NodeRules {

  private final Map<Vmid, Guest> guests;
  private final Map<Vmid, NodeAffinity> rules = new HashMap<>();

  NodeRules(ClusterPlan plan, Map<Vmid, Guest> guests) {
    this.guests = guests;
    Ha ha = plan.ha().orElse(Ha.builder().build());
    List<NodeAffinity> all = ha.enabledNodeAffinities();
    Map<Vmid, Integer> places = new HashMap<>();
    for (int place = 0; place < all.size(); place++) {
      for (Vmid guest : all.get(place).resources()) {
        places.putIfAbsent(guest, place);
        rules.putIfAbsent(guest, all.get(place));
      }
    }
    if (!rules.isEmpty() && plan.release() != ProductVersion.PVE_8_4) {
      sets(ha).forEach(set -> inherit(set, places, all));
    }
  }

  Optional<NodeAffinity> of(Vmid guest) {
    return Optional.ofNullable(rules.get(guest));
  }

  private void inherit(Set<Vmid> set, Map<Vmid, Integer> places, List<NodeAffinity> all) {
    set.stream()
        .flatMap(guest -> Optional.ofNullable(places.get(guest)).stream())
        .min(Comparator.naturalOrder())
        .ifPresent(place -> set.forEach(guest -> rules.putIfAbsent(guest, all.get(place))));
  }

  private List<Set<Vmid>> sets(Ha ha) {
    List<Set<Vmid>> sets = new ArrayList<>();
    Map<Vmid, Integer> firstSet = new HashMap<>();
    ha.enabledResourceAffinities().stream()
        .filter(
            rule -> rule.affinity() == Affinity.POSITIVE && !rule.resources().isEmpty())
        .sorted(Comparator.comparing(this::lowest).thenComparing(ResourceAffinity::name))
        .forEach(rule -> joinFirst(sets, firstSet, rule.resources()));
    return sets;
  }

  private static void joinFirst(
      List<Set<Vmid>> sets, Map<Vmid, Integer> firstSet, Set<Vmid> guests) {
    int place = guests.stream()
        .mapToInt(guest -> firstSet.getOrDefault(guest, sets.size()))
        .min()
        .orElseThrow();
    if (place == sets.size()) {
      sets.add(new HashSet<>());
    }
    sets.get(place).addAll(guests);
    guests.forEach(guest -> firstSet.merge(guest, place, Math::min));
  }

  // The order of the resource IDs as text: ct:300 before vm:1000 before vm:101.
  private String lowest(ResourceAffinity rule) {
    return rule.resources().stream()
        .map(vmid -> (guests.get(vmid) instanceof Container ? "ct:" : "vm:") + vmid)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }
}
