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
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import io.pveplan.rules.failure.internal.ha.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Computes how one node is emptied. */
final class DrainDraft {

  // pve-manager, src/PVE/DataCenterConfig.pm; pve-ha-manager, src/PVE/HA/LRM.pm.
  private static final int USUAL_WORKERS = 4;

  private final Outlook outlook;
  private final ResolvedPlan plan;
  private final String node;
  private final DrainObstacles obstacles;
  private final DrainByHa ha;
  private final DrainMemory memory;
  private final int workers;
  private final List<DrainStep> steps = new ArrayList<>();
  private final List<StayingGuest> staying = new ArrayList<>();
  private int place;

  DrainDraft(Outlook outlook, String node) {
    if (outlook.plan().node(node).isEmpty()) {
      throw new IllegalArgumentException("the plan has no node " + node);
    }
    this.outlook = outlook;
    this.plan = outlook.plan();
    this.node = node;
    this.obstacles = new DrainObstacles(outlook, node);
    this.ha = new DrainByHa(outlook, node, obstacles);
    this.memory = DrainMemory.of(outlook);
    this.workers = plan.plan()
        .datacenter()
        .map(Datacenter::maxWorkers)
        .orElse(OptionalInt.empty())
        .orElse(USUAL_WORKERS);
  }

  DrainPlan plan() {
    moveByHa();
    moveByHand();
    staying.sort(Comparator.comparing(StayingGuest::guest));
    GuestFates fates = moved();
    staying.forEach(guest -> plan.guest(guest.guest())
        .ifPresent(it -> fates.tell(it, Fate.NOT_MOVED, node, node, Optional.of(guest.reason()))));
    Scenario scenario =
        new Scenario(ScenarioKind.DRAIN, node, Failed.NOTHING.withNodes(List.of(node)), 1);
    Survival off = new Absence(outlook, List.of(node), fates).survival(scenario, List.of());
    DrainTime time = DrainTime.of(plan, steps, workers);
    return new DrainPlan(
        node,
        steps,
        staying,
        // What was too full before is not the work of the drain.
        memory.full().stream().filter(it -> gains(it.node())).toList(),
        off,
        off.votes(),
        off.quorum(),
        risks(off),
        workers,
        time.rate(),
        time.time(),
        missingFacts(time));
  }

  private GuestFates moved() {
    GuestFates fates = new GuestFates(outlook);
    steps.forEach(step -> plan.guest(step.guest())
        .ifPresent(
            guest -> fates.tell(guest, Fate.MOVED, step.from(), step.to(), Optional.empty())));
    return fates;
  }

  private boolean gains(String name) {
    return steps.stream().anyMatch(step -> step.to().equals(name));
  }

  // The manager orders the moves one after the other, and those of other nodes where rules ask for
  // them; a move that fails is ordered again each round.
  private void moveByHa() {
    HaSimulation after = ha.after();
    ha.ordered().forEach((service, to) -> add(outlook.guest(service), node, to, true, true));
    nextBatch();
    Map<String, String> chosen = ha.chosen();
    chosen.forEach((service, target) -> {
      String from = ha.ordered().getOrDefault(service, outlook.calm().nodeOf(service));
      String to = after.nodeOf(service);
      if (!from.equals(to)) {
        add(outlook.guest(service), from, to, true, false);
      }
    });
    nextBatch();
    memory.follow(outlook.calm(), after, outlook);
    staying.addAll(ha.stopped());
    for (String service : outlook.servicesOn(node)) {
      if (after.nodeOf(service).equals(node) && after.stageOf(service) != Stage.STOPPED) {
        staying.add(
            chosen.containsKey(service)
                ? notMovable(service, chosen.get(service))
                : obstacles.ofResource(service, after));
      }
    }
  }

  private StayingGuest notMovable(String service, String to) {
    Guest guest = outlook.guest(service);
    String reason = ha.guests().whyNotMoved(service, node, to, ha.after().running());
    return new StayingGuest(
        guest.vmid(), "HA moves it to " + to + ", which fails", List.of(reason));
  }

  private void moveByHand() {
    List<Guest> others = outlook.othersOn(node);
    Map<Vmid, String> targets = DrainTargets.choose(others, obstacles::candidates, memory);
    targets.forEach((vmid, to) -> {
      Guest guest = plan.guest(vmid).orElseThrow();
      memory.remove(guest, node);
      add(guest, node, to, false, false);
    });
    others.stream()
        .filter(guest -> !targets.containsKey(guest.vmid()))
        .forEach(guest -> staying.add(obstacles.ofOther(guest, memory)));
  }

  // A batch is moved by one command, by HA or by hand.
  private void nextBatch() {
    place = (place + workers - 1) / workers * workers;
  }

  private void add(Guest guest, String from, String to, boolean byHa, boolean ordered) {
    boolean live = guest instanceof Vm
        && outlook.needs().fixedInUse(guest).isEmpty()
        && !ha.switchedOff().contains(guest.vmid());
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
        ordered,
        guest instanceof Container,
        live,
        live && !copied.isEmpty(),
        DataSize.bytes((live ? DrainMemory.size(guest) : 0) + disks),
        place / workers + 1));
    place++;
  }

  private List<DrainRisk> risks(Survival off) {
    List<DrainRisk> risks = new ArrayList<>();
    for (Node other : plan.nodes()) {
      if (!other.name().equals(node)) {
        DrainRisk risk = risk(other.name(), off);
        if (!risk.harmless()) {
          risks.add(risk);
        }
      }
    }
    return risks;
  }

  private DrainRisk risk(String lost, Survival off) {
    HaSimulation after = ha.after();
    PlannedGuests guests = ha.guests();
    steps.stream()
        .filter(step -> !step.byHa())
        .forEach(step -> guests.put(plan.guest(step.guest()).orElseThrow(), step.to()));
    HaSimulation then = after.copy(guests);
    then.lose(List.of(lost));
    DrainMemory left = memory.copy();
    GuestFates fates = moved();
    staying.forEach(it -> tellDown(plan.guest(it.guest()).orElseThrow(), node, fates));
    steps.stream()
        .filter(step -> step.to().equals(lost) && !step.byHa())
        .forEach(step -> tellDown(plan.guest(step.guest()).orElseThrow(), lost, fates));
    outlook.othersOn(lost).forEach(guest -> tellDown(guest, lost, fates));
    SortedSet<Vmid> down = new TreeSet<>();
    Set<String> gaining = new LinkedHashSet<>();
    for (String service : then.differingFrom(after)) {
      Guest guest = outlook.guest(service);
      boolean ran = after.stageOf(service) == Stage.STARTED;
      Stage stage = then.stageOf(service);
      String from = after.nodeOf(service);
      String to = then.nodeOf(service);
      if (ran && (stage == Stage.STARTED || stage == Stage.MOVING)) {
        left.remove(guest, from);
        left.add(guest, to);
        gaining.add(to);
        fates.tell(guest, Fate.RESTARTED, from, to, Optional.empty());
      } else if (ran) {
        down.add(guest.vmid());
        tellDown(guest, from, fates);
      }
    }
    Absence both = new Absence(outlook, List.of(node, lost), fates);
    if (!both.quorate()) {
      return new DrainRisk(lost, false, List.of(), List.of(), List.of(), List.of());
    }
    return new DrainRisk(
        lost,
        true,
        List.copyOf(down),
        left.full().stream().filter(it -> gaining.contains(it.node())).toList(),
        both.stoppedPools().stream()
            .filter(pool -> !off.stoppedPools().contains(pool))
            .toList(),
        without(fates.all())
            .filter(it -> without(off.guests()).noneMatch(it::equals))
            .toList());
  }

  private static void tellDown(Guest guest, String on, GuestFates fates) {
    fates.tell(guest, Fate.DOWN_WITH_NODE, on, on, Optional.empty());
  }

  private static Stream<Vmid> without(List<GuestFate> fates) {
    return fates.stream().filter(it -> it.fate() == Fate.STORAGE_LOST).map(GuestFate::guest);
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
