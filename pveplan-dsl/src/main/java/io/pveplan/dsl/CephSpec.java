package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.ceph.CephRepository;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.ceph.MonitorAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Scope of Ceph.
 *
 * <pre>{@code
 * c.ceph(s -> s.release(CephRelease.SQUID).publicNetwork(ring).monitorsOn(nodes));
 * c.ceph(s -> s.clusterNetwork(NetworkRef.named("no"))); // refused: there is no network
 * }</pre>
 *
 * @since 0.1
 */
public final class CephSpec extends Scope {

  private final Ceph.Builder ceph;

  CephSpec(Definition definition, Ceph.Builder ceph) {
    super(definition, PlanPath.of("ceph"));
    this.ceph = ceph;
  }

  /** Sets the release; the one that the release of Proxmox VE comes with when not set. */
  public CephSpec release(CephRelease release) {
    set("release", release, ceph::release);
    return this;
  }

  /** Sets the repository it is installed from; that of the nodes' packages when not set. */
  public CephSpec repository(CephRepository repository) {
    set("repository", repository, ceph::repository);
    return this;
  }

  /** Lets everybody who reaches a monitor in; cephx asks who it is when not set. */
  public CephSpec withoutCephx() {
    set("cephx", false, ceph::cephx);
    return this;
  }

  /** Sets the network of monitors and clients. */
  public CephSpec publicNetwork(NetworkRef network) {
    set("publicNetwork", network, it -> ceph.publicNetwork(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Sets the network between OSDs; the public one when not set. */
  public CephSpec clusterNetwork(NetworkRef network) {
    set("clusterNetwork", network, it -> ceph.clusterNetwork(NameFormat.LABEL.require(it.name())));
    return this;
  }

  /** Adds nodes with a monitor. */
  public CephSpec monitorsOn(List<NodeRef> nodes) {
    setEach("monitors", nodes, it -> ceph.addMonitor(NameFormat.NODE.require(it.name())));
    return this;
  }

  /** Adds nodes with a manager. */
  public CephSpec managersOn(List<NodeRef> nodes) {
    setEach("managers", nodes, it -> ceph.addManager(NameFormat.NODE.require(it.name())));
    return this;
  }

  /**
   * Adds a monitor on a node that has several addresses in the public network.
   *
   * <pre>{@code
   * c.ceph(s -> s.monitor(nodes.get(0), "10.0.2.11"));
   * c.ceph(s -> s.monitor(nodes.get(0), "10.0.2")); // refused: is not an IP address
   * }</pre>
   *
   * @param node the node
   * @param address the one it takes
   * @return this scope
   */
  public CephSpec monitor(NodeRef node, String address) {
    requireOpen();
    monitorsOn(List.of(node));
    make(
            PlanPath.of("ceph", "monitor", node.name()),
            () -> MonitorAddress.builder()
                .node(node.name())
                .address(IpAddress.parse(Objects.requireNonNull(address, "address")))
                .declaredAt(CallSite.here())
                .build(),
            node)
        .ifPresent(ceph::addMonitorAddress);
    return this;
  }

  /** Adds a metadata server, which CephFS needs, on each of these nodes. */
  public CephSpec metadataServersOn(List<NodeRef> nodes) {
    requireOpen();
    nodes.forEach(node -> metadataServer(node, Optional.empty()));
    return this;
  }

  /**
   * Adds a metadata server with a name of its own: a second one on a node, or one on a node whose
   * name begins with a digit.
   *
   * <pre>{@code
   * c.ceph(s -> s.metadataServer(nodes.get(0), "mds-a"));
   * c.ceph(s -> s.metadataServer(nodes.get(0), "mds_b")); // refused: is not a node name
   * }</pre>
   *
   * @param node the node
   * @param name letters, digits and inner dashes, a letter first
   * @return this scope
   */
  public CephSpec metadataServer(NodeRef node, String name) {
    return metadataServer(node, Optional.of(Objects.requireNonNull(name, "name")));
  }

  private CephSpec metadataServer(NodeRef node, Optional<String> name) {
    make(
            PlanPath.of("ceph", "mds", name.orElse(node.name())),
            () -> MetadataServer.builder()
                .node(node.name())
                .name(name)
                .declaredAt(CallSite.here())
                .build(),
            node)
        .ifPresent(ceph::addMetadataServer);
    return this;
  }

  /** Sets the memory that each OSD keeps to, 896 MiB or more; 4 GiB when not set. */
  public CephSpec osdMemoryTarget(DataSize target) {
    set("osdMemoryTarget", target, it -> {
      Ceph.builder().osdMemoryTarget(it).build();
      return ceph.osdMemoryTarget(it);
    });
    return this;
  }

  /**
   * Places the nodes in their racks and rooms from the beginning; without it only where a pool asks
   * for it. Doing so later moves most of the data.
   */
  public CephSpec locations() {
    set("locations", true, ceph::locations);
    return this;
  }
}
