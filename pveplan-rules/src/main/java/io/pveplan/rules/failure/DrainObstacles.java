package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.failure.internal.ha.EffectiveRules;
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import io.pveplan.rules.failure.internal.ha.Stage;
import io.pveplan.rules.migration.Blocker;
import io.pveplan.rules.migration.BlockerKind;
import io.pveplan.rules.migration.Migratability;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What keeps guests of a node from the others. */
final class DrainObstacles {

  private static final Set<BlockerKind> DECIDED_TOGETHER =
      EnumSet.of(BlockerKind.MEMORY, BlockerKind.DEVICE_TAKEN);

  private final Outlook outlook;
  private final ResolvedPlan plan;
  private final Migratability moves;
  private final String from;
  private final List<String> others;
  private final Map<Vmid, List<String>> candidates = new HashMap<>();

  DrainObstacles(Outlook outlook, String node) {
    this.outlook = outlook;
    this.plan = outlook.plan();
    this.moves = Migratability.of(plan);
    this.from = node;
    this.others =
        plan.nodes().stream().map(Node::name).filter(it -> !it.equals(node)).toList();
  }

  /** The nodes that a guest which is no HA resource can be moved to, memory aside. */
  List<String> candidates(Guest guest) {
    return candidates.computeIfAbsent(guest.vmid(), key -> candidatesOf(guest));
  }

  private List<String> candidatesOf(Guest guest) {
    DrainConflict conflict = new DrainConflict(others);
    exclude(conflict, guest);
    return others.stream().filter(to -> !conflict.excludes(to)).toList();
  }

  StayingGuest ofOther(Guest guest, DrainMemory memory) {
    DrainConflict conflict = new DrainConflict(others);
    exclude(conflict, guest);
    withoutRoom(conflict, guest, memory);
    return staying(guest, conflict, "no node takes it");
  }

  private void withoutRoom(DrainConflict conflict, Guest guest, DrainMemory memory) {
    for (String to : others) {
      memory.lackingDevice(guest, to).ifPresent(reason -> conflict.exclude(to, reason));
      if (!memory.hasMemory(guest, to)) {
        conflict.exclude(
            to,
            "memory of " + to + ": " + memory.needed(to) + " of "
                + memory.installed(to).map(Object::toString).orElse("unknown")
                + " are needed already");
      }
    }
  }

  // A machine with a device that does not move in use is switched off for it, any other one moves
  // while it runs. Which of them get the memory and the devices is decided together.
  private void exclude(DrainConflict conflict, Guest guest) {
    boolean live = outlook.needs().fixedInUse(guest).isEmpty();
    for (Blocker blocker : moves.of(guest).blockers()) {
      if (!DECIDED_TOGETHER.contains(blocker.kind()) && blocker.hinders(live)) {
        blocker.nodes().forEach(to -> conflict.exclude(to, blocker.text()));
      }
    }
  }

  /** Why HA finds no node for a resource. */
  StayingGuest ofResource(String service, HaSimulation after) {
    return staying(outlook.guest(service), byRules(service, after), "HA finds no node for it");
  }

  /**
   * Why a resource stays that HA would move to a node without the memory for it.
   *
   * @param to name of that node
   * @param back names of the nodes with the memory for it that HA does not leave it on
   */
  StayingGuest ofCrowding(
      String service, String to, Collection<String> back, HaSimulation after, DrainMemory memory) {
    Guest guest = outlook.guest(service);
    DrainConflict conflict = byRules(service, after);
    for (String other : others) {
      if (!outlook.needs().movable(guest, from, other, from, true)) {
        conflict.exclude(other, outlook.needs().whyNotMoved(guest, from, other, Optional.empty()));
      }
    }
    withoutRoom(conflict, guest, memory);
    others.stream()
        .filter(it -> back.contains(it) && !conflict.excludes(it))
        .forEach(it -> conflict.exclude(it, "HA does not leave it on " + it));
    return staying(
        guest, conflict, "HA moves it to " + to + ", which does not have the memory for it");
  }

  private DrainConflict byRules(String service, HaSimulation after) {
    HaFacts facts = HaFacts.of(plan);
    EffectiveRules rules = facts.cluster().rules();
    DrainConflict conflict = new DrainConflict(others);
    Map<String, Integer> priorities = rules.nodes(service, others);
    int highest = priorities.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    SortedSet<String> set = new TreeSet<>(rules.together(service));
    set.add(service);
    for (String to : others) {
      if (!priorities.containsKey(to) || priorities.get(to) < highest) {
        conflict.exclude(to, rule(set, priorities.containsKey(to)));
      }
    }
    for (String to : others) {
      for (String partner : rules.apart(service)) {
        if (after.stageOf(partner) == Stage.STARTED && after.nodeOf(partner).equals(to)) {
          conflict.exclude(to, separation(set, partner));
        }
      }
    }
    return conflict;
  }

  private StayingGuest staying(Guest guest, DrainConflict conflict, String reason) {
    return others.isEmpty()
        ? new StayingGuest(guest.vmid(), "there is no other node", List.of())
        : new StayingGuest(guest.vmid(), reason, conflict.smallest());
  }

  // Of a rule that is not strict the manager tries no lower priority either while there is a node
  // of
  // a higher one.
  private String rule(Collection<String> services, boolean byPriority) {
    Optional<NodeAffinity> rule = plan.ha().enabledNodeAffinities().stream()
        .filter(it -> effective(it.name()))
        .filter(it -> it.resources().stream().anyMatch(guest -> services.contains(sid(guest))))
        .findFirst();
    String name = rule.map(NodeAffinity::name).orElse("of its nodes");
    return byPriority ? "priorities of rule " + name : "strict rule " + name;
  }

  private String separation(Collection<String> services, String partner) {
    List<String> names = new ArrayList<>();
    for (ResourceAffinity rule : plan.ha().enabledResourceAffinities()) {
      List<String> members = rule.resources().stream().map(this::sid).toList();
      if (rule.affinity() == Affinity.NEGATIVE
          && effective(rule.name())
          && members.contains(partner)
          && members.stream().anyMatch(services::contains)) {
        names.add(rule.name());
      }
    }
    return "negative rule " + String.join(", ", names) + " with " + partner;
  }

  private boolean effective(String rule) {
    return !outlook.droppedRules().containsKey(rule);
  }

  private String sid(Vmid guest) {
    return plan.guest(guest).map(HaFacts::sid).orElse("");
  }
}
