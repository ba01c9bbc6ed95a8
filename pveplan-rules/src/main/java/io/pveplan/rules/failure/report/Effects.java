package io.pveplan.rules.failure.report;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.failure.CephOutcome;
import io.pveplan.rules.failure.FailureText;
import io.pveplan.rules.failure.GoalNeed;
import io.pveplan.rules.failure.GuestFate;
import io.pveplan.rules.failure.Interruption;
import io.pveplan.rules.failure.InterruptionKind;
import io.pveplan.rules.failure.NodeLoad;
import io.pveplan.rules.failure.PoolOutcome;
import io.pveplan.rules.failure.Survival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What comes of a failure, as sentences: what is lost first, then what goes on and how. */
final class Effects {

  private final ResolvedPlan plan;
  private final FailureText text;

  Effects(ResolvedPlan plan, FailureText text) {
    this.plan = plan;
    this.text = text;
  }

  List<String> of(Row row) {
    Survival survival = row.survival();
    List<String> effects = new ArrayList<>(text.losses(survival));
    if (survival.loads().stream().anyMatch(NodeLoad::starved)) {
      effects.add(text.need(GoalNeed.MEMORY, survival, Set.of()));
    }
    copies(survival, effects);
    Set<Vmid> lost = new HashSet<>();
    survival.lost().forEach(fate -> lost.add(fate.guest()));
    survival.interruptions().stream()
        .filter(it -> !told(it, lost))
        .map(Interruption::toString)
        .forEach(effects::add);
    survival.overcommitted().stream()
        .filter(load -> !load.starved())
        .forEach(load -> effects.add(crowded(load)));
    restarts(row, effects);
    survival.ceph().ifPresent(ceph -> healing(ceph, effects));
    return effects;
  }

  // What was said of the guests says it already.
  private static boolean told(Interruption interruption, Set<Vmid> lost) {
    boolean ofGuests = interruption.kind() == InterruptionKind.GUEST_NETWORK
        || interruption.kind() == InterruptionKind.STORAGE;
    return ofGuests && !interruption.guests().isEmpty() && lost.containsAll(interruption.guests());
  }

  private void copies(Survival survival, List<String> effects) {
    SortedMap<Duration, List<Vmid>> byAge = new TreeMap<>();
    for (GuestFate fate : survival.guests()) {
      fate.dataLoss()
          .filter(age -> fate.fate().survives())
          .ifPresent(age -> byAge.computeIfAbsent(age, key -> new ArrayList<>()).add(fate.guest()));
    }
    byAge.forEach((age, guests) -> effects.add(text.names(guests) + " "
        + (guests.size() == 1 ? "goes" : "go") + " on with a copy that is up to "
        + FailureText.time(age) + " old"));
  }

  private static String crowded(NodeLoad load) {
    return load.node() + " needs " + load.needed() + " of memory and has "
        + load.installed().orElseThrow();
  }

  private void restarts(Row row, List<String> effects) {
    if (!row.restarted().isEmpty()) {
      effects.add("HA restarts " + names(row.restarted())
          + row.survival()
              .startsWithin()
              .map(time -> " within " + FailureText.time(time))
              .orElse(""));
    }
    List<GuestFate> containers = row.moved().stream().filter(this::isContainer).toList();
    List<GuestFate> machines =
        row.moved().stream().filter(fate -> !isContainer(fate)).toList();
    if (!machines.isEmpty()) {
      effects.add("HA moves " + names(machines) + " while "
          + (machines.size() == 1 ? "it runs" : "they run"));
    }
    if (!containers.isEmpty()) {
      effects.add("HA stops " + names(containers) + " and starts "
          + (containers.size() == 1 ? "it" : "them") + " elsewhere");
    }
  }

  // The HA manager never migrates a container that runs (pve-ha-manager,
  // src/PVE/HA/Resources/PVECT.pm).
  private boolean isContainer(GuestFate fate) {
    return plan.guest(fate.guest()).filter(Container.class::isInstance).isPresent();
  }

  private String names(List<GuestFate> fates) {
    return text.names(fates.stream().map(GuestFate::guest).toList());
  }

  private static void healing(CephOutcome ceph, List<String> effects) {
    if (!ceph.monitorsAgree()) {
      return;
    }
    long open = ceph.pools().stream()
        .filter(PoolOutcome::degraded)
        .filter(pool -> !pool.heals())
        .count();
    if (open > 0) {
      effects.add("Ceph has no place for the lost copies until the nodes are back");
    } else if (ceph.osdsDown() > 0 && ceph.needsHand()) {
      effects.add("Ceph makes lost copies anew only when somebody marks the OSDs out");
    } else if (ceph.osdsDown() > 0) {
      effects.add("Ceph makes lost copies anew after ten minutes"
          + ceph.rebuild()
              .map(it -> ", which takes about " + FailureText.time(it))
              .orElse(""));
    }
    if (ceph.full()) {
      effects.add("healing fills OSDs until nothing can be written");
    } else if (ceph.healingStops()) {
      effects.add("healing stops before its end, for OSDs are too full");
    } else if (ceph.nearlyFull()) {
      effects.add("OSDs are nearly full after healing");
    }
  }
}
