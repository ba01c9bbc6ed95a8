package io.pveplan.model.storage;

import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.network.SharedPart;
import io.pveplan.model.network.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way from a node to an iSCSI target: an interface in the subnet of a portal, and what lies
 * between.
 *
 * @param target ID of the iSCSI storage
 * @param portal where the way ends
 * @param subnet the subnet that interface and portal are in
 * @param network name of the network of the plan that the interface is on there
 * @param way the way from the interface over NICs and cables to the switches
 * @since 0.1
 */
public record IscsiPath(
    String target, Portal portal, Subnet subnet, Optional<String> network, NetworkPath way) {

  /**
   * What takes this path and another one of the same node down together. A bond is none where it
   * has more than one NIC: what all of them end on is told instead. The two switches of a stack or
   * MLAG pair count as two: the plan does not say whether they have one control plane. Nothing is
   * told of switches while a NIC has no cable, see {@link #uncabled}.
   *
   * @param other another path
   * @return the parts, the nearest to the node first
   */
  public List<SharedPart> sharedWith(IscsiPath other) {
    List<SharedPart> shared = new ArrayList<>(way.sharedWith(other.way));
    shared.removeIf(part -> part.kind() == SharedPart.Kind.STACK
        || part.kind() == SharedPart.Kind.BOND && way.nics().size() > 1);
    if (subnet.equals(other.subnet)) {
      // Beside NIC and bond, before the switches.
      int local = (int) shared.stream()
          .filter(part -> part.kind().compareTo(SharedPart.Kind.SUBNET) < 0)
          .count();
      shared.add(local, new SharedPart(SharedPart.Kind.SUBNET, subnet.toString()));
    }
    return List.copyOf(shared);
  }

  /** NICs of either path without a cable in the plan, as {@code eno1 of pve1}. */
  public List<String> uncabled(IscsiPath other) {
    List<String> missing = new ArrayList<>();
    for (NetworkPath each : List.of(way, other.way)) {
      each.uncabled().forEach(nic -> missing.add(nic + " of " + each.node()));
    }
    return missing.stream().distinct().toList();
  }

  /** Portal and way: {@code 172.30.20.50 over eno1 > sw1 port 4}. */
  @Override
  public String toString() {
    return portal + " over " + way;
  }
}
