package io.pveplan.rules.failure;

import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What becomes of the guests that a scenario touches, as far as it is told. */
final class GuestFates {

  private final Outlook outlook;
  private final SortedMap<Vmid, GuestFate> fates = new TreeMap<>();
  // Guests that came, by the node they are on; filled when first asked for.
  private final Map<String, List<Guest>> arrived = new HashMap<>();
  private boolean counted;

  GuestFates(Outlook outlook) {
    this.outlook = outlook;
  }

  List<GuestFate> all() {
    return List.copyOf(fates.values());
  }

  boolean tells(Guest guest) {
    return fates.containsKey(guest.vmid());
  }

  /** Whether a guest is up as far as is told. */
  boolean up(Vmid guest) {
    GuestFate fate = fates.get(guest);
    return fate == null || fate.fate().survives();
  }

  /** Name of the node that a guest moved to. */
  Optional<String> movedTo(Vmid guest) {
    return Optional.ofNullable(fates.get(guest))
        .filter(fate -> !fate.from().equals(fate.to()))
        .map(GuestFate::to);
  }

  /** What a guest lost that goes on with a copy, or could. */
  Optional<Duration> dataLossOf(Guest guest) {
    return Optional.ofNullable(fates.get(guest.vmid())).flatMap(GuestFate::dataLoss);
  }

  void tell(Guest guest, Fate fate, String from, String to, Optional<String> reason) {
    Optional<Duration> dataLoss =
        fate == Fate.RESTARTED ? outlook.needs().dataLoss(guest, from, to) : Optional.empty();
    tell(new GuestFate(guest.vmid(), fate, from, to, reason, dataLoss));
  }

  private void tell(GuestFate fate) {
    fates.put(fate.guest(), fate);
  }

  /** Tells of a guest that is up where it is, or got to, what it lacks there. */
  void lacks(Guest guest, Fate fate, String node, String reason) {
    Optional<GuestFate> before = Optional.ofNullable(fates.get(guest.vmid()));
    tell(new GuestFate(
        guest.vmid(),
        fate,
        before.map(GuestFate::from).orElse(node),
        node,
        Optional.of(reason),
        before.flatMap(GuestFate::dataLoss)));
  }

  /** The guests that are up on a node, all fates of moved guests told. */
  List<Guest> upOn(String node) {
    count();
    List<Guest> here = new ArrayList<>();
    outlook.othersOn(node).stream().filter(this::untouched).forEach(here::add);
    outlook.servicesOn(node).stream()
        .map(outlook::guest)
        .filter(this::untouched)
        .forEach(here::add);
    arrived.getOrDefault(node, List.of()).stream().filter(it -> up(it.vmid())).forEach(here::add);
    return here;
  }

  private boolean untouched(Guest guest) {
    return !fates.containsKey(guest.vmid());
  }

  private void count() {
    if (!counted) {
      counted = true;
      fates.values().stream()
          .filter(fate -> fate.fate().survives())
          .forEach(fate -> outlook
              .plan()
              .guest(fate.guest())
              .ifPresent(guest ->
                  arrived.computeIfAbsent(fate.to(), key -> new ArrayList<>()).add(guest)));
    }
  }
}
