package io.pveplan.rules.failure;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Chooses nodes for guests that HA does not move, so that each node has the memory for what it gets.
 * The largest guest is placed first, on the node with the most memory left; where that leads nowhere
 * the next node is tried, and so on, up to a number of tries that no search of people would reach.
 */
final class DrainTargets {

  private static final int MOST_TRIES = 50_000;

  private final Function<Guest, List<String>> candidates;
  private final DrainMemory memory;
  private final Map<Vmid, String> chosen = new LinkedHashMap<>();
  private int tries;

  private DrainTargets(Function<Guest, List<String>> candidates, DrainMemory memory) {
    this.candidates = candidates;
    this.memory = memory;
  }

  /**
   * By guest, the node it moves to; guests that are left over have none.
   *
   * @param memory counts what was placed afterwards
   */
  static Map<Vmid, String> choose(
      List<Guest> guests, Function<Guest, List<String>> candidates, DrainMemory memory) {
    List<Guest> largestFirst = guests.stream()
        .sorted(Comparator.comparingLong(DrainMemory::size).reversed().thenComparing(Guest::vmid))
        .toList();
    DrainTargets targets = new DrainTargets(candidates, memory);
    List<Guest> placeable = largestFirst.stream()
        .filter(guest -> candidates.apply(guest).stream().anyMatch(to -> memory.fits(guest, to)))
        .toList();
    if (!targets.placeAll(placeable, 0)) {
      targets.placeSome(placeable);
    }
    return targets.chosen;
  }

  private boolean placeAll(List<Guest> guests, int from) {
    if (from == guests.size()) {
      return true;
    }
    Guest guest = guests.get(from);
    for (String to : best(guest)) {
      tries++;
      if (tries > MOST_TRIES) {
        return false;
      }
      put(guest, to);
      if (placeAll(guests, from + 1)) {
        return true;
      }
      chosen.remove(guest.vmid());
      memory.remove(guest, to);
    }
    return false;
  }

  private void placeSome(List<Guest> guests) {
    for (Guest guest : guests) {
      best(guest).stream().findFirst().ifPresent(to -> put(guest, to));
    }
  }

  private void put(Guest guest, String to) {
    chosen.put(guest.vmid(), to);
    memory.add(guest, to);
  }

  // Equal ones stay in the order of the plan.
  private List<String> best(Guest guest) {
    return candidates.apply(guest).stream()
        .filter(to -> memory.fits(guest, to))
        .sorted(Comparator.comparingLong(memory::free).reversed())
        .toList();
  }
}
