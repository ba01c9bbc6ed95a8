package io.pveplan.rules.failure;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.hardware.Node;
import io.pveplan.rules.failure.internal.ha.Decision;
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import io.pveplan.rules.failure.internal.ha.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Computes how a cluster comes out of one scenario. */
final class SurvivalDraft {

  private static final String NO_NODE = "no node that is up is allowed by its rules";

  private final Outlook outlook;
  private final Scenario scenario;
  private final Damage damage;
  private final Side side;
  // Nodes without power, and nodes that are up and do not hear the side that goes on.
  private final SortedSet<String> dead = new TreeSet<>();
  private final SortedSet<String> cutOff = new TreeSet<>();
  private final SortedSet<String> lost = new TreeSet<>();
  private final SortedSet<String> fenced = new TreeSet<>();
  private final GuestFates fates;
  private final Interruptions interruptions = new Interruptions();
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
    this.fates = new GuestFates(outlook);
    boolean intact =
        scenario.kind() == ScenarioKind.DRAIN || scenario.kind() == ScenarioKind.PARTITION;
    this.damage = outlook.damage(intact ? Failed.NOTHING : scenario.failed());
    dead.addAll(damage.failed().nodes());
    this.side = scenario.kind() == ScenarioKind.PARTITION
        ? outlook.connections().strongestWithout(scenario.nodes(), scenario.qdevice())
        : outlook.connections().strongest(dead, damage);
    outlook.plan().nodes().forEach(node -> cutOff.add(node.name()));
    cutOff.removeAll(side.nodes());
    cutOff.removeAll(dead);
    lost.addAll(dead);
    lost.addAll(cutOff);
  }

  Survival survival() {
    if (scenario.kind() == ScenarioKind.DRAIN) {
      drain();
      return new Absence(outlook, scenario.nodes(), fates).survival(scenario, loads());
    }
    int quorum = outlook.plan().quorum().quorum();
    dead.forEach(node -> outlook.othersOn(node).forEach(guest -> down(guest, node)));
    if (side.votes() < quorum) {
      standStill();
    } else if (!lost.isEmpty()) {
      recover();
    } else if (scenario.kind() == ScenarioKind.NOTHING) {
      off();
    }
    Optional<CephOutcome> ceph = afterwards();
    Optional<Duration> within = recovers
        ? Optional.of(outlook.timeline().recoveryWithoutManagerWithin())
        : Optional.empty();
    return new Survival(
        scenario,
        side.votes(),
        quorum,
        cutOff,
        fenced,
        fates.all(),
        loads(),
        ceph,
        interruptions.all(),
        within);
  }

  private Optional<CephOutcome> afterwards() {
    SortedSet<String> silent = silent();
    SortedSet<String> down = new TreeSet<>(dead);
    down.addAll(fenced);
    Optional<CephOutcome> ceph = outlook.ceph().flatMap(it -> it.outcome(silent, damage));
    Aftermath aftermath = new Aftermath(outlook, damage, down, fates, interruptions);
    aftermath.storages(ceph, silent);
    List<LocalPoolLoss.LostPool> pools =
        outlook.localPools().without(damage.failed().disks());
    aftermath.localPools(pools);
    aftermath.networks();
    outlook.operations().tell(damage, down, interruptions);
    outlook.roles().ofNodes(down, interruptions);
    outlook.roles().ofGuests(fates, interruptions);
    outlook.ceph().ifPresent(it -> it.roles(silent, interruptions));
    if (scenario.kind().destroys()) {
      destroyed(pools);
    }
    return ceph;
  }

  private void destroyed(List<LocalPoolLoss.LostPool> pools) {
    LostData.Rest rest = new LostData.Rest() {
      @Override
      public boolean hasBackups(String storage) {
        return outlook.operations().saved(storage, damage);
      }

      @Override
      public boolean told(Guest guest) {
        return fates.dataLossOf(guest).isPresent();
      }
    };
    LostData data = outlook.lostData();
    for (String node : dead) {
      data.onNode(node, "disks of " + node, storage -> true, dead, rest, interruptions);
    }
    for (LocalPoolLoss.LostPool pool : pools) {
      if (!dead.contains(pool.node())) {
        String name = "pool " + pool.name() + " of " + pool.node();
        data.onNode(pool.node(), name, pool.storages()::contains, dead, rest, interruptions);
      }
    }
    data.onServers(outlook.storages().lost(damage), rest, interruptions);
  }

  // Ceph loses the other side as well where no link is left, and else the nodes that reset
  // themselves.
  private SortedSet<String> silent() {
    SortedSet<String> silent = new TreeSet<>(cutOff);
    if (scenario.kind() != ScenarioKind.PARTITION) {
      silent.retainAll(fenced);
    }
    silent.addAll(dead);
    return silent;
  }

  private void down(Guest guest, String node) {
    fates.tell(guest, Fate.DOWN_WITH_NODE, node, node, Optional.empty());
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
    fates.tell(guest, Fate.FENCED, node, node, Optional.empty());
  }

  private void off() {
    outlook.off().forEach((guest, reason) -> {
      String node = guest.node().orElse("");
      fates.tell(guest, Fate.OFF, node, node, Optional.of(reason));
    });
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
      for (String service : outlook.servicesOn(node)) {
        if (!fates.tells(outlook.guest(service))) {
          notMoved(outlook.guest(service), node, whyNotMoved(service, node, after, guests));
        }
      }
    }
  }

  private String whyNotMoved(
      String service, String node, HaSimulation after, PlannedGuests guests) {
    return after.decisions().stream()
        .filter(it -> it.kind() == Decision.Kind.MOVED && it.service().equals(service))
        .findFirst()
        .map(it -> "HA moves it to " + it.to() + ", which fails: "
            + guests.whyNotMoved(service, node, it.to(), after.running()))
        .orElse(NO_NODE);
  }

  private void notMoved(Guest guest, String node, String reason) {
    fates.tell(guest, Fate.NOT_MOVED, node, node, Optional.of(reason));
  }

  // Only what ran before has something to lose. What is moved again and again, and can not be, runs
  // on where it is.
  private void follow(String service, HaSimulation after, PlannedGuests guests) {
    if (outlook.calm().stageOf(service) != Stage.STARTED) {
      return;
    }
    Guest guest = outlook.guest(service);
    String from = outlook.calm().nodeOf(service);
    String to = after.nodeOf(service);
    if (after.stageOf(service) == Stage.MOVING && to.equals(from)) {
      return;
    }
    switch (after.stageOf(service)) {
      case STARTED, MOVING -> {
        Fate fate = lost.contains(from) ? Fate.RESTARTED : Fate.MOVED;
        fates.tell(guest, fate, from, to, Optional.empty());
        Burden burden = Burden.of(guest);
        gained.merge(to, burden, Burden::plus);
        gained.merge(from, Burden.NONE.minus(burden), Burden::plus);
      }
      case ERROR ->
        fates.tell(
            guest, Fate.DOES_NOT_START, from, to, guests.obstacle(service, to, after.running()));
      default -> fates.tell(guest, Fate.NO_NODE, from, to, Optional.of(NO_NODE));
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
