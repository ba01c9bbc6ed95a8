package io.pveplan.render.ceph;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.ceph.MonitorAddress;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.HostAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which daemons of Ceph run where. */
final class CephDaemons {

  private final ResolvedPlan plan;
  private final Ceph ceph;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Node> monitors = new ArrayList<>();
  private final Map<String, List<MetadataServer>> metadataServers = new LinkedHashMap<>();

  private CephDaemons(ResolvedPlan plan, Ceph ceph) {
    this.plan = plan;
    this.ceph = ceph;
    for (MetadataServer each : ceph.metadataServers()) {
      metadataServers.computeIfAbsent(each.node(), key -> new ArrayList<>()).add(each);
    }
    for (Node node : plan.nodes()) {
      if (ceph.monitors().contains(node.name())) {
        monitors.add(node);
      }
      if (ceph.monitors().contains(node.name())
          || ceph.managers().contains(node.name())
          || !metadataServers(node).isEmpty()
          || !node.osds().isEmpty()) {
        nodes.add(node);
      }
    }
  }

  static CephDaemons of(ResolvedPlan plan, Ceph ceph) {
    return new CephDaemons(plan, ceph);
  }

  /** The nodes with any of them, in the order of the plan. */
  List<Node> nodes() {
    return nodes;
  }

  /** The nodes with a monitor, in the order in which they are made. */
  List<Node> monitors() {
    return monitors;
  }

  boolean isFirstMonitor(Node node) {
    return !monitors.isEmpty() && monitors.get(0).equals(node);
  }

  // The first monitor brings a manager along (pve-manager, PVE/API2/Ceph/MON.pm).
  boolean hasLaterMonitorOrManager(Node node) {
    return !isFirstMonitor(node)
        && (ceph.monitors().contains(node.name()) || ceph.managers().contains(node.name()));
  }

  List<MetadataServer> metadataServers(Node node) {
    return metadataServers.getOrDefault(node.name(), List.of());
  }

  List<MetadataServer> metadataServers() {
    return ceph.metadataServers();
  }

  /** The address that the plan names for a monitor. */
  Optional<String> statedAddress(Node node) {
    return ceph.monitorAddresses().stream()
        .filter(each -> each.node().equals(node.name()))
        .map(MonitorAddress::address)
        .map(Object::toString)
        .findFirst();
  }

  /** The address that a monitor will have; nothing if the plan does not tell it. */
  Optional<String> address(Node node) {
    return statedAddress(node)
        .or(() -> ceph.publicNetwork()
            .flatMap(network -> plan.topology().address(node.name(), network))
            .map(HostAddress::address)
            .map(Object::toString));
  }

  /** What the script of a node with OSDs and metadata servers does. */
  List<PlanPath> covered(Node node) {
    List<PlanPath> covered = new ArrayList<>();
    node.osds().forEach(osd -> covered.add(node.path().child("osd", osd.device())));
    metadataServers(node).forEach(each -> covered.add(each.path()));
    return covered;
  }
}
