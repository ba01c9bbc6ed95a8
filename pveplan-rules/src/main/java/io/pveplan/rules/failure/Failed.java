package io.pveplan.rules.failure;

import io.pveplan.model.network.IpAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The parts of a cluster that fail together.
 *
 * <pre>{@code
 * Failed.NOTHING.withNodes(List.of("pve1")).withSwitches(List.of("sw1"));
 * }</pre>
 *
 * @param nodes names of nodes
 * @param switches names of switches
 * @param servers names of storage servers, in the plan or in the network
 * @param portals addresses of storage servers that do not answer any more, the server still does
 * @param backupServers names of Proxmox Backup Servers
 * @param nics NICs of nodes
 * @param disks disks of nodes
 * @param qdevice whether the host of the QDevice fails, or nobody reaches it any more
 * @since 0.1
 */
public record Failed(
    SortedSet<String> nodes,
    SortedSet<String> switches,
    SortedSet<String> servers,
    SortedSet<IpAddress> portals,
    SortedSet<String> backupServers,
    SortedSet<NodePart> nics,
    SortedSet<NodePart> disks,
    boolean qdevice) {

  /** No part at all. */
  public static final Failed NOTHING = new Failed(
      none(), none(), none(), Collections.emptySortedSet(), none(), noPart(), noPart(), false);

  /** Keeps copies of the sets. */
  public Failed {
    nodes = copy(nodes);
    switches = copy(switches);
    servers = copy(servers);
    portals = copy(portals);
    backupServers = copy(backupServers);
    nics = copy(nics);
    disks = copy(disks);
  }

  private static SortedSet<String> none() {
    return Collections.emptySortedSet();
  }

  private static SortedSet<NodePart> noPart() {
    return Collections.emptySortedSet();
  }

  private static <T extends Comparable<? super T>> SortedSet<T> copy(Collection<T> all) {
    return all.isEmpty()
        ? Collections.emptySortedSet()
        : Collections.unmodifiableSortedSet(new TreeSet<>(all));
  }

  /** These parts and some nodes instead of those it has. */
  public Failed withNodes(Collection<String> names) {
    return new Failed(copy(names), switches, servers, portals, backupServers, nics, disks, qdevice);
  }

  /** These parts and some switches instead of those it has. */
  public Failed withSwitches(Collection<String> names) {
    return new Failed(nodes, copy(names), servers, portals, backupServers, nics, disks, qdevice);
  }

  /** These parts and some storage servers instead of those it has. */
  public Failed withServers(Collection<String> names) {
    return new Failed(nodes, switches, copy(names), portals, backupServers, nics, disks, qdevice);
  }

  /** These parts and some addresses of storage servers instead of those it has. */
  public Failed withPortals(Collection<IpAddress> addresses) {
    return new Failed(
        nodes, switches, servers, copy(addresses), backupServers, nics, disks, qdevice);
  }

  /** These parts and some Proxmox Backup Servers instead of those it has. */
  public Failed withBackupServers(Collection<String> names) {
    return new Failed(nodes, switches, servers, portals, copy(names), nics, disks, qdevice);
  }

  /** These parts and some NICs instead of those it has. */
  public Failed withNics(Collection<NodePart> parts) {
    return new Failed(
        nodes, switches, servers, portals, backupServers, copy(parts), disks, qdevice);
  }

  /** These parts and some disks instead of those it has. */
  public Failed withDisks(Collection<NodePart> parts) {
    return new Failed(nodes, switches, servers, portals, backupServers, nics, copy(parts), qdevice);
  }

  /** These parts and the QDevice. */
  public Failed withQDevice() {
    return new Failed(nodes, switches, servers, portals, backupServers, nics, disks, true);
  }
}
