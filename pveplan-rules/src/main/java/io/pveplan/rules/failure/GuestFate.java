package io.pveplan.rules.failure;

import io.pveplan.model.guest.Vmid;
import java.util.Optional;

/**
 * What becomes of one guest in a scenario.
 *
 * @param guest the guest
 * @param fate what becomes of it
 * @param from name of the node it is on when it happens
 * @param to name of the node it is on afterwards
 * @param reason why it is not up, where that is not clear from the fate
 * @since 0.1
 */
public record GuestFate(Vmid guest, Fate fate, String from, String to, Optional<String> reason) {

  /** One line. */
  @Override
  public String toString() {
    String way = from.equals(to) ? from : from + " -> " + to;
    return guest + " " + way + " " + fate + reason.map(it -> ": " + it).orElse("");
  }
}
