package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.Ceph;
import java.util.List;

/**
 * Scope of Ceph.
 *
 * @since 0.1
 */
public final class CephSpec extends Scope {

  private final Ceph.Builder ceph;

  CephSpec(Definition definition, Ceph.Builder ceph) {
    super(definition, PlanPath.of("ceph"));
    this.ceph = ceph;
  }

  /** Sets the network of monitors and clients. */
  public CephSpec publicNetwork(NetworkRef network) {
    set(() -> ceph.publicNetwork(NameFormat.LABEL.require(network.name())), network);
    return this;
  }

  /** Sets the network between OSDs; the public one when not set. */
  public CephSpec clusterNetwork(NetworkRef network) {
    set(() -> ceph.clusterNetwork(NameFormat.LABEL.require(network.name())), network);
    return this;
  }

  /** Adds nodes with a monitor. */
  public CephSpec monitorsOn(List<NodeRef> nodes) {
    set(() ->
        ceph.addAllMonitors(names(nodes).stream().map(NameFormat.NODE::require).toList()));
    return this;
  }

  /** Adds nodes with a manager. */
  public CephSpec managersOn(List<NodeRef> nodes) {
    set(() ->
        ceph.addAllManagers(names(nodes).stream().map(NameFormat.NODE::require).toList()));
    return this;
  }
}
