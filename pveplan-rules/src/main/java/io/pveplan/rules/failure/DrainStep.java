package io.pveplan.rules.failure;

import io.pveplan.model.guest.Vmid;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;

/**
 * One move of a guest off a node that is emptied.
 *
 * @param guest the guest
 * @param from name of the node it is on
 * @param to name of the node it moves to
 * @param byHa whether HA moves it, once the node is in maintenance; else it is moved by hand
 * @param live whether it runs on while it moves; a container does not, it is stopped and started
 * @param localDisks whether disks of it are copied with it
 * @param data what goes over the network: the memory of a guest that runs on, and local disks
 * @param batch number of the batch it is moved in, from 1; those of a batch move at the same time
 * @since 0.1
 */
public record DrainStep(
    Vmid guest,
    String from,
    String to,
    boolean byHa,
    boolean live,
    boolean localDisks,
    DataSize data,
    int batch) {

  /** What is run for it on the node it is on; nothing where HA moves it. */
  public Optional<String> command() {
    return byHa ? Optional.empty() : Optional.of(move(to));
  }

  /** What brings it back afterwards, run on the node it moved to; nothing where HA does. */
  public Optional<String> wayBack() {
    return byHa ? Optional.empty() : Optional.of(move(from));
  }

  // Names of nodes need no quotes (NameFormat.NODE).
  private String move(String node) {
    return live
        ? "qm migrate " + guest + " " + node + " --online"
            + (localDisks ? " --with-local-disks" : "")
        : "pct migrate " + guest + " " + node + " --restart";
  }

  /** One line. */
  @Override
  public String toString() {
    return batch + ": " + guest + " " + from + " -> " + to + (live ? " live" : " by a restart")
        + (byHa ? " by HA" : "") + ", " + data;
  }
}
