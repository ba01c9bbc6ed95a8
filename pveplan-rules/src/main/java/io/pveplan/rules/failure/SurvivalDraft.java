package io.pveplan.rules.failure;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import io.pveplan.rules.failure.internal.ha.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Computes how a cluster comes out of one scenario. */
final class SurvivalDraft {

  private static final String NO_NODE = "no node that is up is allowed by its rules";

  private final Outlook outlook;
  private final Scenario scenario;
  // Nodes without power, and nodes that are up and do not hear the others.
  private final SortedSet<String> dead = new TreeSet<>();
  private final SortedSet<String> cutOff = new TreeSet<>();
  private final SortedSet<String> lost = new TreeSet<>();
  private final SortedMap<Vmid, GuestFate> fates = new TreeMap<>();
  private final SortedSet<String> fenced = new TreeSet<>();
  private final SortedMap<String, Burden> gained = new TreeMap<>();
  private boolean recovers;

  SurvivalDraft(Outlook outlook, Scenario scenario) {
    for (String node : scenario.nodes()) {
      if (outlook.plan().node(node).isEmpty()) {
        throw new IllegalArgumentException("the plan has no node " + node);
      }
    }
    this.outlook = outlook;
    this.scenario = scenario;
    switch (scenario.kind()) {
      case DRAIN -> {}
      case PARTITION -> cutOff.addAll(outlook.connections().losingSide(scenario.nodes()));
      default -> {
        dead.addAll(scenario.nodes());
        cutOff.addAll(outlook.connections().cutOff(dead, scenario.failed().switches()));
      }
    }
    lost.addAll(dead);
    lost.addAll(cutOff);
  }

  Survival survival() {
    int votes = votesLeft();
    int quorum = outlook.plan().quorum().quorum();
    dead.forEach(node -> outlook.othersOn(node).forEach(guest -> down(guest, node)));
    if (scenario.kind() == ScenarioKind.DRAIN) {
      drain();
    } else if (votes < quorum) {
      standStill();
    } else if (!lost.isEmpty()) {
      recover();
    }
    List<String> pools = outlook.storages().stoppedPools(gone());
    withoutStorage(outlook.storages().stoppedStorages(scenario.failed().servers(), pools));
    Optional<Duration> within = recovers
        ? Optional.of(outlook.timeline().recoveryWithoutManagerWithin())
        : Optional.empty();
    return new Survival(
        scenario,
        votes,
        quorum,
        cutOff,
        fenced,
        List.copyOf(fates.values()),
        loads(),
        Optional.empty(),
        List.of(),
        within);
  }

  // Ceph loses the other side as well where no link is left, and else the nodes that reset
  // themselves.
  private SortedSet<String> gone() {
    SortedSet<String> gone = new TreeSet<>(cutOff);
    if (scenario.kind() != ScenarioKind.PARTITION) {
      gone.retainAll(fenced);
    }
    gone.addAll(dead);
    return gone;
  }

  private int votesLeft() {
    int votes = outlook.plan().quorum().votesWithout(lost);
    return scenario.qdevice() ? votes - outlook.plan().quorum().qdeviceVotes() : votes;
  }

  private void tell(Guest guest, Fate fate, String from, String to, Optional<String> reason) {
    Optional<Duration> dataLoss =
        fate == Fate.RESTARTED ? outlook.needs().dataLoss(guest, from, to) : Optional.empty();
    fates.put(guest.vmid(), new GuestFate(guest.vmid(), fate, from, to, reason, dataLoss));
  }

  private void down(Guest guest, String node) {
    tell(guest, Fate.DOWN_WITH_NODE, node, node, Optional.empty());
  }

  // Without quorum nothing is recovered, and nodes that run HA resources reset themselves.
  private void standStill() {
    for (Node node : outlook.plan().nodes()) {
      String name = node.name();
      List<String> services = outlook.servicesOn(name);
      if (dead.contains(name)) {
        services.forEach(service -> down(outlook.guest(service), name));
      } else if (!services.isEmpty()) {
        fenced.add(name);
        services.forEach(service -> fence(outlook.guest(service), name));
        outlook.othersOn(name).forEach(guest -> fence(guest, name));
      }
    }
  }

  private void fence(Guest guest, String node) {
    tell(guest, Fate.FENCED, node, node, Optional.empty());
  }

  private void recover() {
    PlannedGuests guests = outlook.guests();
    HaSimulation after = outlook.calm().copy(guests);
    after.lose(lost);
    for (String node : lost) {
      if (!outlook.servicesOn(node).isEmpty()) {
        fenced.add(node);
        recovers = true;
        if (cutOff.contains(node)) {
          outlook.othersOn(node).forEach(guest -> fence(guest, node));
        }
      }
    }
    for (String service : after.differingFrom(outlook.calm())) {
      follow(service, after, guests);
    }
  }

  private void drain() {
    PlannedGuests guests = outlook.guests();
    HaSimulation after = outlook.calm().copy(guests);
    after.drain(scenario.nodes());
    for (String service : after.differingFrom(outlook.calm())) {
      follow(service, after, guests);
    }
    for (String node : scenario.nodes()) {
      outlook.othersOn(node).forEach(guest -> notMoved(guest, node, "HA does not manage it"));
      outlook.servicesOn(node).stream()
          .filter(service -> !fates.containsKey(outlook.guest(service).vmid()))
          .forEach(service -> notMoved(outlook.guest(service), node, NO_NODE));
    }
  }

  private void notMoved(Guest guest, String node, String reason) {
    tell(guest, Fate.NOT_MOVED, node, node, Optional.of(reason));
  }

  // Only what ran before has something to lose.
  private void follow(String service, HaSimulation after, PlannedGuests guests) {
    if (outlook.calm().stageOf(service) != Stage.STARTED) {
      return;
    }
    Guest guest = outlook.guest(service);
    String from = outlook.calm().nodeOf(service);
    String to = after.nodeOf(service);
    switch (after.stageOf(service)) {
      case STARTED, MOVING -> {
        Fate fate = lost.contains(from) ? Fate.RESTARTED : Fate.MOVED;
        tell(guest, fate, from, to, Optional.empty());
        Burden burden = Burden.of(guest);
        gained.merge(to, burden, Burden::plus);
        gained.merge(from, Burden.NONE.minus(burden), Burden::plus);
      }
      case ERROR -> tell(guest, Fate.DOES_NOT_START, from, to, guests.obstacle(service, to));
      default -> tell(guest, Fate.NO_NODE, from, to, Optional.of(NO_NODE));
    }
  }

  private void withoutStorage(Set<String> stopped) {
    if (stopped.isEmpty()) {
      return;
    }
    for (Node node : outlook.plan().nodes()) {
      List<Guest> here = new ArrayList<>(outlook.othersOn(node.name()));
      outlook.servicesOn(node.name()).forEach(service -> here.add(outlook.guest(service)));
      here.forEach(guest -> withoutStorage(guest, node.name(), stopped));
    }
  }

  private void withoutStorage(Guest guest, String node, Collection<String> stopped) {
    Optional<String> storage =
        outlook.needs().storages(guest).stream().filter(stopped::contains).findFirst();
    Optional<GuestFate> before = Optional.ofNullable(fates.get(guest.vmid()));
    if (storage.isPresent() && before.map(it -> it.fate().survives()).orElse(true)) {
      String to = before.map(GuestFate::to).orElse(node);
      tell(guest, Fate.STORAGE_LOST, node, to, Optional.of("storage " + storage.get()));
    }
  }

  private List<NodeLoad> loads() {
    List<NodeLoad> loads = new ArrayList<>();
    gained.forEach((node, more) -> {
      if (more.memory() > 0 && !lost.contains(node)) {
        loads.add(outlook.load(node, more));
      }
    });
    return loads;
  }
}
