package io.pveplan.rules.failure;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vm;
import io.pveplan.rules.failure.internal.ha.Startability;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the guests of a plan start somewhere, and where their local volumes are by then. Guests
 * that HA does not manage are taken to run, and keep their devices.
 */
final class PlannedGuests implements Startability {

  private final HaFacts facts;
  private final GuestNeeds needs;
  private final MappedPci pci;
  private final Map<String, String> homes;

  PlannedGuests(HaFacts facts, GuestNeeds needs, MappedPci pci) {
    this(facts, needs, pci, new HashMap<>());
  }

  private PlannedGuests(HaFacts facts, GuestNeeds needs, MappedPci pci, Map<String, String> homes) {
    this.facts = facts;
    this.needs = needs;
    this.pci = pci;
    this.homes = homes;
  }

  PlannedGuests copy() {
    return new PlannedGuests(facts, needs, pci, new HashMap<>(homes));
  }

  /** A guest that HA does not manage is on another node from now on. */
  void put(Guest guest, String node) {
    homes.put(HaFacts.sid(guest), node);
  }

  @Override
  public boolean starts(String service, String node, Running running) {
    return obstacle(service, node, running).isEmpty();
  }

  /** Why a resource does not start on a node. */
  Optional<String> obstacle(String service, String node, Running running) {
    Guest guest = facts.guest(service);
    return needs.obstacle(guest, node, home(service, guest)).or(() -> taken(guest, node, running));
  }

  @Override
  public boolean moves(String service, String from, String to, boolean runs, Running running) {
    Guest guest = facts.guest(service);
    boolean moves = needs.movable(guest, from, to, home(service, guest), runs)
        && !(runs && taken(guest, to, running).isPresent());
    if (moves) {
      homes.put(service, to);
    }
    return moves;
  }

  /** Why HA can not move a running resource to a node. */
  String whyNotMoved(String service, String from, String to, Running running) {
    Guest guest = facts.guest(service);
    return needs.whyNotMoved(guest, from, to, taken(guest, to, running));
  }

  private Optional<String> taken(Guest guest, String node, Running running) {
    if (!pci.takes(guest)) {
      return Optional.empty();
    }
    List<Vm> there = pci.rivals(guest).stream()
        .filter(rival -> facts.manages(rival)
            ? running.on(HaFacts.sid(rival), node)
            : home(HaFacts.sid(rival), rival).equals(node))
        .toList();
    return pci.lacking(guest, node, there);
  }

  private String home(String service, Guest guest) {
    return homes.getOrDefault(service, guest.node().orElseThrow());
  }
}
