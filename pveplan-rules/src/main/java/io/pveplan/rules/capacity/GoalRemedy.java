package io.pveplan.rules.capacity;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.FailureKind;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.Fate;
import io.pveplan.rules.failure.GoalOutcome;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.Shortfall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What helps a goal that is not kept, by what it lacks. */
final class GoalRemedy {

  private final ResolvedPlan plan;
  private final ShortfallCause cause;
  private final FailureText text;

  GoalRemedy(ResolvedPlan plan, ShortfallCause cause) {
    this.plan = plan;
    this.cause = cause;
    this.text = FailureText.of(plan);
  }

  /** Sentences, the weakest first. */
  String of(GoalOutcome outcome) {
    Set<String> sentences = new LinkedHashSet<>();
    for (Shortfall shortfall : outcome.shortfalls()) {
      switch (shortfall.need()) {
        case VOTES -> sentences.add(votes(outcome.goal().failure()));
        case MONITORS -> sentences.add("Run Ceph monitors on more nodes, an odd number of them.");
        case POOLS ->
          sentences.add(
              "Let the pools keep more copies, or spread them over more failure domains.");
        case BEFOREHAND, GUESTS ->
          sentences.addAll(guests(cause.lost(shortfall), outcome.goal().failure()));
        case MEMORY -> sentences.add("Add memory to the nodes, or plan fewer or smaller guests.");
      }
    }
    return String.join(" ", sentences) + " Or lower the goal.";
  }

  private String votes(FailureKind failure) {
    return switch (failure) {
      case SWITCH, NIC -> "Give Corosync another link, over switches and NICs of its own.";
      case NODE, QDEVICE ->
        plan.quorum().qdeviceVotes() == 0 && plan.nodes().size() % 2 == 0
            ? "Add a node or a QDevice."
            : "Add nodes.";
      default ->
        "Spread the votes further: nodes elsewhere, or a QDevice that depends on nothing of"
            + " this.";
    };
  }

  private List<String> guests(List<GuestFate> lost, FailureKind failure) {
    Map<Fate, List<GuestFate>> alike = new TreeMap<>();
    lost.forEach(
        fate -> alike.computeIfAbsent(fate.fate(), key -> new ArrayList<>()).add(fate));
    return alike.entrySet().stream()
        .map(it -> guests(it.getKey(), it.getValue(), failure))
        .toList();
  }

  private String guests(Fate fate, List<GuestFate> fates, FailureKind failure) {
    return switch (fate) {
      case NO_NODE -> rules(fates);
      case DOWN_WITH_NODE -> "Put " + names(fates) + " under HA.";
      case DOES_NOT_START, OFF -> missing(fate, fates);
      case STORAGE_LOST -> storage(fates, failure);
      case UNREACHABLE ->
        "Give the bridges of " + names(fates) + " a second NIC, at another switch.";
      default -> "Find out why " + names(fates) + " can not go on.";
    };
  }

  private String rules(List<GuestFate> fates) {
    Set<String> located = new TreeSet<>();
    Set<String> apart = new TreeSet<>();
    for (GuestFate fate : fates) {
      cause.nodeRule(fate).ifPresent(rule -> located.add(rule.name()));
      cause
          .guestRules(fate)
          .filter(rule -> rule.affinity() == Affinity.NEGATIVE)
          .forEach(rule -> apart.add(rule.name()));
    }
    if (located.isEmpty() && apart.isEmpty()) {
      return "Add a node that " + names(fates) + " may run on.";
    }
    return located.isEmpty()
        ? "Add nodes, or keep fewer guests apart in " + named(apart) + "."
        : "Add nodes to " + named(located) + "."
            + (apart.isEmpty() ? "" : " Or keep fewer guests apart in " + named(apart) + ".");
  }

  private String missing(Fate fate, List<GuestFate> fates) {
    List<Storage> storages = fates.stream().flatMap(cause::storages).distinct().toList();
    if (storages.isEmpty()) {
      return fate == Fate.OFF
          ? "Let " + names(fates) + " run, or do not say that they must."
          : "Give the nodes what " + names(fates) + " need to start.";
    }
    return storages.stream().allMatch(storage -> plan.reach().shared(storage.id()))
        ? "Let the nodes reach " + String.join(", ", ids(storages)) + "."
        : "Replicate " + names(fates) + " to the nodes, or use a shared storage.";
  }

  private String storage(List<GuestFate> fates, FailureKind failure) {
    Set<String> ids = ids(fates.stream().flatMap(cause::storages).toList());
    return switch (failure) {
      case SWITCH, NIC ->
        "Let the nodes reach " + (ids.isEmpty() ? "the storages" : String.join(", ", ids))
            + " over another " + (failure == FailureKind.NIC ? "NIC" : "switch") + ", too.";
      default -> "Keep the disks of " + names(fates) + " where one failure does not take them all.";
    };
  }

  private static Set<String> ids(List<Storage> storages) {
    Set<String> ids = new TreeSet<>();
    storages.forEach(storage -> ids.add(storage.id()));
    return ids;
  }

  private String names(List<GuestFate> fates) {
    List<Vmid> guests = fates.stream().map(GuestFate::guest).toList();
    return text.names(guests);
  }

  private static String named(Set<String> rules) {
    return (rules.size() == 1 ? "rule " : "rules ") + String.join(", ", rules);
  }
}
