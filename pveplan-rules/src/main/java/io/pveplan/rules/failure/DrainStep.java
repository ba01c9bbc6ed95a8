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
 * @param byHa whether HA moves it; else it is moved by hand
 * @param ordered whether HA is ordered to, before the node is in maintenance; else HA moves it once
 *     the node is
 * @param container whether it is a container, which is stopped and started
 * @param live whether it runs on while it moves; a machine with a device that does not move in use is
 *     shut down before, and started on the other node
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
    boolean ordered,
    boolean container,
    boolean live,
    boolean localDisks,
    DataSize data,
    int batch) {

  /** What is run for it on the node it is on; nothing where HA moves it by itself. */
  public Optional<String> command() {
    return byHa && !ordered ? Optional.empty() : Optional.of(move(to));
  }

  /** What brings it back afterwards, run on the node it moved to; nothing where HA does. */
  public Optional<String> wayBack() {
    return byHa && !ordered ? Optional.empty() : Optional.of(move(from));
  }

  // Names of nodes need no quotes (NameFormat.NODE).
  private String move(String node) {
    if (byHa) {
      String sid = (container ? "ct:" : "vm:") + guest;
      return live || container
          ? "ha-manager migrate " + sid + " " + node
          : "ha-manager crm-command relocate " + sid + " " + node;
    }
    if (container) {
      return "pct migrate " + guest + " " + node + " --restart";
    }
    String migrate = "qm migrate " + guest + " " + node;
    return live
        ? migrate + " --online" + (localDisks ? " --with-local-disks" : "")
        : "qm shutdown " + guest + " && " + migrate + " && pvesh create /nodes/" + node + "/qemu/"
            + guest + "/status/start";
  }

  /** One line. */
  @Override
  public String toString() {
    return batch + ": " + guest + " " + from + " -> " + to
        + (live ? " live" : container ? " by a restart" : " switched off")
        + (ordered ? " by HA on order" : byHa ? " by HA" : "") + ", " + data;
  }
}
