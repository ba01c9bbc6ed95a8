package io.pveplan.rules.failure.internal.ha;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rules of a plan as the HA manager takes them, with the guests behind its resource IDs. */
public final class PlannedRules {

  private final ResolvedPlan plan;
  private final Map<String, Guest> guests = new HashMap<>();
  private final EffectiveRules effective;

  private PlannedRules(ResolvedPlan plan) {
    this.plan = plan;
    List<NodeRule> nodeRules =
        plan.ha().enabledNodeAffinities().stream().map(this::nodeRule).toList();
    effective = plan.release() == ProductVersion.PVE_8_4
        ? EffectiveRules.ofGroups(nodeRules)
        : EffectiveRules.of(
            nodeRules,
            plan.ha().enabledResourceAffinities().stream()
                .map(this::serviceRule)
                .toList(),
            plan.nodes().size());
  }

  /** The rules of a plan, made once. */
  public static PlannedRules of(ResolvedPlan plan) {
    return plan.derived(PlannedRules.class, PlannedRules::new);
  }

  /** ID of the HA resource that a guest is. */
  public static String sid(Guest guest) {
    return (guest instanceof Vm ? "vm:" : "ct:") + guest.vmid();
  }

  /** What is left of the rules. */
  public EffectiveRules effective() {
    return effective;
  }

  /** What rules are left out for a reason. */
  public List<RuleConflict> conflicts(DropReason reason) {
    return effective.conflicts().stream()
        .filter(conflict -> conflict.reason() == reason)
        .toList();
  }

  /** Whether a rule is left out. */
  public boolean drops(String rule) {
    return effective.dropped().containsKey(rule);
  }

  /** The guest of a resource that a rule names. */
  public Guest guest(String sid) {
    return Optional.ofNullable(guests.get(sid)).orElseThrow();
  }

  /** Guests of resources that rules name, by their name and VMID: {@code web01 (200)}. */
  public List<String> names(Collection<String> sids) {
    return sids.stream()
        .map(this::guest)
        .map(guest -> guest.name() + " (" + guest.vmid() + ")")
        .toList();
  }

  private NodeRule nodeRule(NodeAffinity rule) {
    SortedMap<String, Integer> priorities = new TreeMap<>();
    rule.nodes().forEach(node -> priorities.put(node.node(), node.priority().orElse(0)));
    return new NodeRule(rule.name(), sids(rule.resources()), priorities, rule.strict());
  }

  private ServiceRule serviceRule(ResourceAffinity rule) {
    return new ServiceRule(rule.name(), rule.affinity(), sids(rule.resources()));
  }

  private SortedSet<String> sids(Set<Vmid> vmids) {
    SortedSet<String> sids = new TreeSet<>();
    for (Vmid vmid : vmids) {
      Guest guest = plan.guest(vmid).orElseThrow();
      guests.put(sid(guest), guest);
      sids.add(sid(guest));
    }
    return sids;
  }
}
