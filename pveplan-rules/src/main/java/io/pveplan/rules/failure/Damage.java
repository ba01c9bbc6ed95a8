package io.pveplan.rules.failure;

import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.SwitchPort;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which ways into the networks a scenario leaves. A way works as long as one of its NICs does: the
 * NIC itself, and the switch that its cable ends on. Cables that the plan does not tell hold.
 *
 * @param failed what fails
 * @param touched names of the nodes that have a NIC which does not work any more
 */
record Damage(Failed failed, SortedSet<String> touched) {

  static Damage of(Failed failed, Cabling cabling) {
    SortedSet<String> touched = new TreeSet<>();
    failed.nics().forEach(nic -> touched.add(nic.node()));
    failed.switches().forEach(device -> touched.addAll(cabling.nodes(device)));
    return new Damage(failed, touched);
  }

  /** Whether some network fails at all. */
  boolean ofNetworks() {
    return !touched.isEmpty();
  }

  /** Whether a server fails, or an address of one. */
  boolean ofServers() {
    return !failed.servers().isEmpty()
        || !failed.portals().isEmpty()
        || !failed.backupServers().isEmpty();
  }

  boolean works(NetworkPath way) {
    return way.nics().isEmpty()
        || !touched.contains(way.node())
        || way.nics().stream().anyMatch(nic -> works(way, nic));
  }

  private boolean works(NetworkPath way, String nic) {
    return !failed.nics().contains(new NodePart(way.node(), nic))
        && Optional.ofNullable(way.ports().get(nic))
            .map(SwitchPort::device)
            .filter(device -> failed.switches().contains(device.name()))
            .isEmpty();
  }

  /** Whether a way that may not be known works: it does. */
  boolean works(Optional<NetworkPath> way) {
    return way.isEmpty() || works(way.get());
  }
}
