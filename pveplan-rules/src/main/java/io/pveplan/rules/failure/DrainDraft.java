package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.guest.Container;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import io.pveplan.rules.failure.internal.ha.Decision;
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import io.pveplan.rules.failure.internal.ha.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Computes how one node is emptied. */
final class DrainDraft {

  // pve-manager, src/PVE/DataCenterConfig.pm; pve-ha-manager, src/PVE/HA/LRM.pm.
  private static final int USUAL_WORKERS = 4;

  private final Outlook outlook;
  private final ResolvedPlan plan;
  private final String node;
  private final PlannedGuests guests;
  private final HaSimulation after;
  private final DrainMemory memory;
  private final int workers;
  private final List<DrainStep> steps = new ArrayList<>();
  private final List<StayingGuest> staying = new ArrayList<>();

  DrainDraft(Outlook outlook, String node) {
    if (outlook.plan().node(node).isEmpty()) {
      throw new IllegalArgumentException("the plan has no node " + node);
    }
    this.outlook = outlook;
    this.plan = outlook.plan();
    this.node = node;
    this.guests = outlook.guests();
    this.after = outlook.calm().copy(guests);
    this.memory = DrainMemory.of(outlook);
    this.workers = plan.plan()
        .datacenter()
        .map(Datacenter::maxWorkers)
        .orElse(OptionalInt.empty())
        .orElse(USUAL_WORKERS);
  }

  DrainPlan plan() {
    after.drain(List.of(node));
    moveByHa();
    moveByHand();
    staying.sort(Comparator.comparing(StayingGuest::guest));
    int votes = plan.quorum().votesWithout(List.of(node));
    DrainTime time = DrainTime.of(plan, steps, workers);
    return new DrainPlan(
        node,
        steps,
        staying,
        // What was too full before is not the work of the drain.
        memory.full().stream().filter(it -> gains(it.node())).toList(),
        votes,
        plan.quorum().quorum(),
        risks(),
        workers,
        time.rate(),
        time.time(),
        missingFacts(time));
  }

  private boolean gains(String name) {
    return steps.stream().anyMatch(step -> step.to().equals(name));
  }

  // The manager orders the moves one after the other, and those of other nodes where rules ask for
  // them; a move that fails is ordered again each round.
  private void moveByHa() {
    Map<String, String> firstTarget = new LinkedHashMap<>();
    after.decisions().stream()
        .filter(decision -> decision.kind() == Decision.Kind.MOVED)
        .forEach(decision -> firstTarget.putIfAbsent(decision.service(), decision.to()));
    firstTarget.forEach((service, target) -> {
      String from = outlook.calm().nodeOf(service);
      String to = after.nodeOf(service);
      if (!from.equals(to)) {
        Guest guest = outlook.guest(service);
        memory.remove(guest, from);
        memory.add(guest, to);
        add(guest, from, to, true, steps.size());
      }
    });
    for (String service : outlook.servicesOn(node)) {
      if (after.nodeOf(service).equals(node)) {
        staying.add(
            firstTarget.containsKey(service)
                ? notMovable(service, firstTarget.get(service))
                : new DrainObstacles(outlook, node).ofResource(service, after));
      }
    }
  }

  private StayingGuest notMovable(String service, String to) {
    Guest guest = outlook.guest(service);
    String reason = outlook.needs().whyNotMoved(guest, node, to);
    return new StayingGuest(
        guest.vmid(), "HA moves it to " + to + ", which fails", List.of(reason));
  }

  private void moveByHand() {
    DrainObstacles obstacles = new DrainObstacles(outlook, node);
    List<Guest> others = outlook.othersOn(node);
    int first = steps.size();
    // A batch is moved by HA or by hand.
    int rounded = (first + workers - 1) / workers * workers;
    Map<Vmid, String> targets = DrainTargets.choose(others, obstacles::candidates, memory);
    targets.forEach((vmid, to) -> {
      Guest guest = plan.guest(vmid).orElseThrow();
      memory.remove(guest, node);
      add(guest, node, to, false, rounded + steps.size() - first);
    });
    others.stream()
        .filter(guest -> !targets.containsKey(guest.vmid()))
        .forEach(guest -> staying.add(obstacles.ofOther(guest, memory)));
  }

  private void add(Guest guest, String from, String to, boolean byHa, int place) {
    boolean live = guest instanceof Vm && outlook.needs().fixedInUse(guest).isEmpty();
    List<GuestVolume> copied = plan.placement().volumes(guest).stream()
        .filter(volume ->
            volume.kind() == GuestVolume.Kind.DISK && !plan.reach().shared(volume.storage()))
        .toList();
    boolean replicated = plan.reach().replicates(guest.vmid(), to);
    long disks = copied.stream()
        .filter(volume -> !(volume.replicated() && replicated))
        .flatMap(volume -> volume.size().stream())
        .mapToLong(DataSize::bytes)
        .sum();
    steps.add(new DrainStep(
        guest.vmid(),
        from,
        to,
        byHa,
        guest instanceof Container,
        live,
        live && !copied.isEmpty(),
        DataSize.bytes((live ? DrainMemory.size(guest) : 0) + disks),
        place / workers + 1));
  }

  private List<DrainRisk> risks() {
    List<DrainRisk> risks = new ArrayList<>();
    for (Node other : plan.nodes()) {
      if (!other.name().equals(node)) {
        DrainRisk risk = risk(other.name());
        if (!risk.harmless()) {
          risks.add(risk);
        }
      }
    }
    return risks;
  }

  private DrainRisk risk(String lost) {
    int votes = plan.quorum().votesWithout(List.of(node, lost));
    if (votes < plan.quorum().quorum()) {
      return new DrainRisk(lost, false, List.of(), List.of());
    }
    HaSimulation then = after.copy(guests.copy());
    then.lose(List.of(lost));
    DrainMemory left = memory.copy();
    SortedSet<Vmid> down = new TreeSet<>();
    Set<String> gaining = new LinkedHashSet<>();
    for (String service : then.differingFrom(after)) {
      Guest guest = outlook.guest(service);
      boolean ran = after.stageOf(service) == Stage.STARTED;
      Stage stage = then.stageOf(service);
      String to = then.nodeOf(service);
      if (ran && (stage == Stage.STARTED || stage == Stage.MOVING)) {
        left.remove(guest, after.nodeOf(service));
        left.add(guest, to);
        gaining.add(to);
      } else if (ran) {
        down.add(guest.vmid());
      }
    }
    return new DrainRisk(
        lost,
        true,
        List.copyOf(down),
        left.full().stream().filter(it -> gaining.contains(it.node())).toList());
  }

  private List<String> missingFacts(DrainTime time) {
    List<String> missing = new ArrayList<>(outlook.missingFacts());
    for (Node each : plan.nodes()) {
      if (!memory.known(each.name()) && gains(each.name())) {
        missing.add("memory of node " + each.name());
      }
    }
    missing.addAll(time.missingFacts());
    return missing.stream().distinct().toList();
  }
}
