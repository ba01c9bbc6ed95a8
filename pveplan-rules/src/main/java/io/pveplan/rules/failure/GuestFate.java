package io.pveplan.rules.failure;

import io.pveplan.model.guest.Vmid;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of one guest in a scenario.
 *
 * @param guest the guest
 * @param fate what becomes of it
 * @param from name of the node it is on when it happens
 * @param to name of the node it is on afterwards
 * @param reason why it is not up, where that is not clear from the fate
 * @param dataLoss how old the copy may be that it goes on with: the longest time between two runs of
 *     its replication, without the time that a run takes; empty when it has its disks, or none
 * @since 0.1
 */
public record GuestFate(
    Vmid guest,
    Fate fate,
    String from,
    String to,
    Optional<String> reason,
    Optional<Duration> dataLoss) {

  /** One line. */
  @Override
  public String toString() {
    String way = from.equals(to) ? from : from + " -> " + to;
    return guest
        + " "
        + way
        + " "
        + fate
        + reason.map(it -> ": " + it).orElse("")
        + dataLoss.map(it -> ", losing up to " + it).orElse("");
  }
}
