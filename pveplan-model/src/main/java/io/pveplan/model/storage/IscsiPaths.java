package io.pveplan.model.storage;

import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.NodeInterface;
import io.pveplan.model.network.Topology;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ways from a node to an iSCSI target: its portals in a subnet of the node, and what lies
 * between. Portals given by name, and those behind a router, are on none of them.
 *
 * @param portals addresses of the portals that the node reaches over a physical NIC
 * @param interfaces names of the interfaces in whose subnets they lie
 * @param nics names of the physical NICs below these interfaces
 * @since 0.1
 */
public record IscsiPaths(
    SortedSet<IpAddress> portals, SortedSet<String> interfaces, SortedSet<String> nics) {

  /** Copies the sets. */
  public IscsiPaths {
    portals = Collections.unmodifiableSortedSet(new TreeSet<>(portals));
    interfaces = Collections.unmodifiableSortedSet(new TreeSet<>(interfaces));
    nics = Collections.unmodifiableSortedSet(new TreeSet<>(nics));
  }

  /**
   * The ways from a node to a target.
   *
   * @param node name of the node
   * @param storage the target
   * @param topology the interfaces of the nodes
   */
  public static IscsiPaths of(String node, IscsiStorage storage, Topology topology) {
    SortedSet<IpAddress> portals = new TreeSet<>();
    SortedSet<String> interfaces = new TreeSet<>();
    SortedSet<String> nics = new TreeSet<>();
    for (NodeInterface each : topology.interfaces(node)) {
      SortedSet<String> below = topology.physicalNics(node, each.name());
      for (Portal portal : storage.portals()) {
        portal
            .address()
            .filter(address -> !below.isEmpty() && each.reaches(address))
            .ifPresent(address -> {
              portals.add(address);
              interfaces.add(each.name());
              nics.addAll(below);
            });
      }
    }
    return new IscsiPaths(portals, interfaces, nics);
  }

  /** How many ways have a portal and a physical NIC of their own. */
  public int count() {
    return Math.min(portals.size(), nics.size());
  }
}
