package io.pveplan.rules.capacity;

import io.pveplan.model.Declared;
import io.pveplan.model.Origin;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.ha.Affinity;
import io.pveplan.model.ha.NodeAffinity;
import io.pveplan.model.ha.ResourceAffinity;
import io.pveplan.model.storage.Storage;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.Fate;
import io.pveplan.rules.failure.GoalNeed;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.NodeLoad;
import io.pveplan.rules.failure.Shortfall;
import io.pveplan.rules.failure.Survival;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a plan that something which a goal lacks comes from, with their lines. */
final class ShortfallCause {

  private static final int SHOWN = 5;

  private final ResolvedPlan plan;
  private final Set<Vmid> required;

  ShortfallCause(ResolvedPlan plan, Set<Vmid> required) {
    this.plan = plan;
    this.required = required;
  }

  /** What is added to the sentence about it; empty where that says all. */
  String of(Shortfall shortfall) {
    return switch (shortfall.need()) {
      case BEFOREHAND, GUESTS -> parts(shortfall);
      case MEMORY -> arrivals(shortfall.example());
      default -> "";
    };
  }

  /** The guests that must run and are not up. */
  List<GuestFate> lost(Shortfall shortfall) {
    return shortfall.need() == GoalNeed.GUESTS || shortfall.need() == GoalNeed.BEFOREHAND
        ? shortfall.example().lost().stream()
            .filter(fate -> required.contains(fate.guest()))
            .toList()
        : List.of();
  }

  private String parts(Shortfall shortfall) {
    List<String> parts = lost(shortfall).stream()
        .flatMap(fate -> Stream.concat(
            Stream.concat(
                nodeRule(fate).map(rule -> "rule " + rule.name() + line(rule)).stream(),
                guestRules(fate).map(rule -> "rule " + rule.name() + line(rule))),
            // The sentence names the storage: there is no more to say without a line.
            storages(fate)
                .filter(storage -> storage.declaredAt().isPresent())
                .map(storage -> "storage " + storage.id() + line(storage))))
        .distinct()
        .limit(SHOWN)
        .toList();
    return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
  }

  private String arrivals(Survival survival) {
    Set<String> starved = survival.loads().stream()
        .filter(NodeLoad::starved)
        .map(NodeLoad::node)
        .collect(Collectors.toSet());
    List<Vmid> arrived = survival.guests().stream()
        .filter(fate -> fate.fate().survives() && starved.contains(fate.to()))
        .filter(fate -> !fate.from().equals(fate.to()))
        .map(GuestFate::guest)
        .toList();
    return arrived.isEmpty()
        ? ""
        : ", for HA starts " + FailureText.of(plan).names(arrived) + " there";
  }

  /** The rule about nodes that keeps a guest from a node. */
  Optional<NodeAffinity> nodeRule(GuestFate fate) {
    return noNode(fate)
        ? plan.placement()
            .nodeRule(fate.guest())
            .filter(rule -> rule.strict() || apart(fate).findAny().isPresent())
        : Optional.empty();
  }

  /** The rules about guests that keep a guest from a node, or tie it to the rule of another one. */
  Stream<ResourceAffinity> guestRules(GuestFate fate) {
    Optional<NodeAffinity> rule = nodeRule(fate);
    boolean tied = rule.filter(it -> it.nodes().size() == 1).isPresent();
    boolean inherited =
        rule.filter(it -> !it.resources().contains(fate.guest())).isPresent();
    return noNode(fate)
        ? plan.ha().enabledResourceAffinities().stream()
            .filter(it -> it.resources().contains(fate.guest()))
            .filter(it -> switch (it.affinity()) {
              case POSITIVE -> inherited;
              case NEGATIVE -> !tied;
            })
        : Stream.empty();
  }

  private Stream<ResourceAffinity> apart(GuestFate fate) {
    return plan.ha().enabledResourceAffinities().stream()
        .filter(it -> it.affinity() == Affinity.NEGATIVE)
        .filter(it -> it.resources().contains(fate.guest()));
  }

  private static boolean noNode(GuestFate fate) {
    return fate.fate() == Fate.NO_NODE;
  }

  /** The storages of a guest that its fate speaks of. */
  Stream<Storage> storages(GuestFate fate) {
    Set<String> words = fate.reason().stream()
        .flatMap(reason -> Arrays.stream(reason.split(" ")))
        .collect(Collectors.toSet());
    return plan.guest(fate.guest()).stream()
        .flatMap(guest -> plan.placement().volumes(guest).stream())
        .map(GuestVolume::storage)
        .distinct()
        .filter(words::contains)
        .flatMap(id -> plan.storage(id).stream());
  }

  private static String line(Declared part) {
    return part.declaredAt().map(Origin::toString).map(it -> " (" + it + ")").orElse("");
  }
}
