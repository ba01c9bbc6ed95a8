package io.pveplan.rules.failure;

import io.pveplan.model.guest.Guest;
import io.pveplan.rules.failure.internal.ha.Startability;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Whether the guests of a plan start somewhere, and where their local volumes are by then. */
final class PlannedGuests implements Startability {

  private final HaFacts facts;
  private final GuestNeeds needs;
  private final Map<String, String> homes;

  PlannedGuests(HaFacts facts, GuestNeeds needs) {
    this(facts, needs, new HashMap<>());
  }

  private PlannedGuests(HaFacts facts, GuestNeeds needs, Map<String, String> homes) {
    this.facts = facts;
    this.needs = needs;
    this.homes = homes;
  }

  PlannedGuests copy() {
    return new PlannedGuests(facts, needs, new HashMap<>(homes));
  }

  @Override
  public boolean starts(String service, String node) {
    return obstacle(service, node).isEmpty();
  }

  /** Why a resource does not start on a node. */
  Optional<String> obstacle(String service, String node) {
    return needs.obstacle(facts.guest(service), node, home(service));
  }

  @Override
  public boolean moves(String service, String from, String to, boolean running) {
    boolean moves = needs.movable(facts.guest(service), from, to, home(service), running);
    if (moves) {
      homes.put(service, to);
    }
    return moves;
  }

  private String home(String service) {
    Guest guest = facts.guest(service);
    return homes.getOrDefault(service, guest.node().orElseThrow());
  }
}
