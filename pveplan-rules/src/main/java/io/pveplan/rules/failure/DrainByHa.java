package io.pveplan.rules.failure;

import io.pveplan.model.guest.Vmid;
import io.pveplan.rules.failure.internal.ha.Decision;
import io.pveplan.rules.failure.internal.ha.HaSimulation;
import io.pveplan.rules.failure.internal.ha.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How HA empties a node. Its manager does not look at the memory of guests by default: of what it
 * would put on a node without the memory, the largest is ordered to another node before, one that has
 * the memory and that HA leaves it on; where there is none, one stays, and is stopped.
 */
final class DrainByHa {

  private final Outlook outlook;
  private final String node;
  private final DrainObstacles obstacles;
  private final Map<String, String> ordered = new LinkedHashMap<>();
  private final SortedSet<Vmid> switchedOff = new TreeSet<>();
  private final List<StayingGuest> stopped = new ArrayList<>();
  private PlannedGuests guestsBefore;
  private HaSimulation before;
  private PlannedGuests guests;
  private HaSimulation after;

  DrainByHa(Outlook outlook, String node, DrainObstacles obstacles) {
    this.outlook = outlook;
    this.node = node;
    this.obstacles = obstacles;
    this.guestsBefore = outlook.guests();
    this.before = outlook.calm().copy(guestsBefore);
    this.guests = guestsBefore.copy();
    this.after = before.copy(guests);
    after.drain(List.of(node));
    outlook.servicesOn(node).forEach(this::relocate);
    boolean better = true;
    while (better) {
      better = tooFull(after).stream().anyMatch(this::relieve);
    }
  }

  /** What HA is ordered to move before, and the node it moves to, in order. */
  Map<String, String> ordered() {
    return Collections.unmodifiableMap(ordered);
  }

  /** Those of them that are shut down before, and started on the other node. */
  SortedSet<Vmid> switchedOff() {
    return Collections.unmodifiableSortedSet(switchedOff);
  }

  /** What stays for want of memory. */
  List<StayingGuest> stopped() {
    return Collections.unmodifiableList(stopped);
  }

  /** HA with the node empty, not to be changed. */
  HaSimulation after() {
    return after;
  }

  /** The guests by then. */
  PlannedGuests guests() {
    return guests.copy();
  }

  /** The first node that HA chooses for each resource it moves by itself, in order. */
  Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    after.decisions().stream()
        .filter(decision -> decision.kind() == Decision.Kind.MOVED)
        .forEach(decision -> chosen.putIfAbsent(decision.service(), decision.to()));
    return chosen;
  }

  private DrainMemory memory(HaSimulation then) {
    DrainMemory memory = DrainMemory.of(outlook);
    memory.follow(outlook.calm(), then, outlook);
    return memory;
  }

  // Those that get guests; what was too full before is not the work of HA.
  private List<String> tooFull(HaSimulation then) {
    SortedSet<String> gaining = new TreeSet<>();
    then.differingFrom(outlook.calm()).stream()
        .filter(service -> !then.nodeOf(service).equals(outlook.calm().nodeOf(service)))
        .forEach(service -> gaining.add(then.nodeOf(service)));
    return memory(then).full().stream()
        .map(FullNode::node)
        .filter(gaining::contains)
        .toList();
  }

  private boolean relieve(String full) {
    List<String> arriving = outlook.servicesOn(node).stream()
        .filter(service -> after.nodeOf(service).equals(full) && !ordered.containsKey(service))
        .sorted(Comparator.comparingLong((String service) -> -size(service))
            .thenComparing(Comparator.naturalOrder()))
        .toList();
    Map<String, List<String>> back = new LinkedHashMap<>();
    for (String service : arriving) {
      back.put(service, new ArrayList<>());
      if (orderSomewhere(service, back.get(service))) {
        return true;
      }
    }
    Optional<String> chosen = enough(arriving, full);
    chosen.ifPresent(service -> stay(service, full, back.getOrDefault(service, List.of())));
    return chosen.isPresent();
  }

  // Maintenance moves what runs while it runs. An order to relocate shuts a machine down, and moves
  // it
  // off (pve-ha-manager, src/PVE/HA/LRM.pm, exec_resource_agent; Resources/PVEVM.pm, migrate).
  private void relocate(String service) {
    boolean fails = after.nodeOf(service).equals(node) && after.stageOf(service) != Stage.STOPPED;
    if (fails && !ordered.containsKey(service) && fixed(service)) {
      orderSomewhere(service, new ArrayList<>());
    }
  }

  private boolean fixed(String service) {
    return outlook.needs().fixedInUse(outlook.guest(service)).isPresent();
  }

  private boolean orderSomewhere(String service, List<String> back) {
    DrainMemory memory = memory(after);
    List<String> targets = outlook.plan().nodes().stream()
        .map(it -> it.name())
        .filter(to -> !to.equals(node) && memory.fits(outlook.guest(service), to))
        .sorted(Comparator.comparingLong(memory::free).reversed())
        .toList();
    for (String to : targets) {
      if (order(service, to)) {
        return true;
      }
      back.add(to);
    }
    return false;
  }

  // An order takes along what is to be together with it, and is refused where something is that is
  // to be apart from it (pve-ha-manager, src/PVE/HA/Manager.pm, queue_resource_motion).
  private boolean order(String service, String to) {
    SortedSet<String> all = new TreeSet<>();
    all.add(service);
    outlook.rules().together(service).stream()
        .filter(outlook.servicesOn(node)::contains)
        .forEach(all::add);
    PlannedGuests movedGuests = guestsBefore.copy();
    HaSimulation moved = before.copy(movedGuests);
    boolean off = all.stream().anyMatch(this::fixed);
    boolean refused = outlook.rules().apart(service).stream()
            .anyMatch(other -> moved.nodeOf(other).equals(to))
        || !all.stream()
            .allMatch(each -> movedGuests.moves(each, node, to, !off, before.running()));
    if (refused) {
      return false;
    }
    moved.move(all, to);
    PlannedGuests thenGuests = movedGuests.copy();
    HaSimulation then = moved.copy(thenGuests);
    then.drain(List.of(node));
    boolean stays = moved.settled()
        && all.containsAll(moved.differingFrom(before))
        && all.stream().allMatch(each -> isOn(each, to, moved) && isOn(each, to, then));
    if (!stays || tooFull(then).contains(to)) {
      return false;
    }
    all.forEach(each -> ordered.put(each, to));
    if (off) {
      all.forEach(each -> switchedOff.add(outlook.guest(each).vmid()));
    }
    guestsBefore = movedGuests;
    before = moved;
    guests = thenGuests;
    after = then;
    return true;
  }

  private static boolean isOn(String service, String to, HaSimulation ha) {
    return ha.nodeOf(service).equals(to) && ha.stageOf(service) == Stage.STARTED;
  }

  // The smallest that is enough by itself, else the largest.
  private Optional<String> enough(List<String> largestFirst, String full) {
    long over = -memory(after).free(full);
    return largestFirst.stream()
        .filter(service -> size(service) >= over)
        .reduce((larger, smaller) -> smaller)
        .or(() -> largestFirst.stream().findFirst());
  }

  private void stay(String service, String full, List<String> back) {
    before.stop(service);
    guests = guestsBefore.copy();
    after = before.copy(guests);
    after.drain(List.of(node));
    stopped.add(obstacles.ofCrowding(service, full, back, after, memory(after)));
  }

  private long size(String service) {
    return DrainMemory.size(outlook.guest(service));
  }
}
