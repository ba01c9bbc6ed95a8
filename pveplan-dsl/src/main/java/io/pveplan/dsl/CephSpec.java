package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.ceph.Ceph;
import java.util.List;

/**
 * Scope of Ceph.
 *
 * <pre>{@code
 * c.ceph(s -> s.publicNetwork(ring).monitorsOn(nodes));
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
}
