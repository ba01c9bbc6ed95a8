package io.pveplan.render;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.MonitorAddress;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.Network;
import java.util.List;
import java.util.SortedSet;

/** What Ceph asks to be done. */
final class PlannedCeph {

  private final ResolvedPlan plan;
  private final PlannedItems items;

  PlannedCeph(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    plan.plan().ceph().ifPresent(this::add);
  }

  private void add(Ceph ceph) {
    items.before(
        ceph.path().child("install"),
        Step.CEPH_INSTALL,
        "install Ceph" + ceph.release().map(release -> " " + release).orElse("")
            + ceph.repository().map(it -> " from repository " + it).orElse("") + " on "
            + nodes(ceph));
    items.before(
        ceph.path().child("init"),
        Step.CEPH_INIT,
        "initialize Ceph" + (ceph.cephx() ? "" : " without cephx") + ": public network "
            + ceph.publicNetwork().map(this::network).orElse("that of the management addresses")
            + ceph.clusterNetwork()
                .map(it -> ", cluster network " + network(it))
                .orElse(""));
    monitors(ceph);
    ceph.metadataServers()
        .forEach(each -> items.before(
            each.path(),
            Step.CEPH_POOLS,
            "create metadata server " + each.id() + " on " + each.node()));
    ceph.osdMemoryTarget()
        .ifPresent(target -> items.before(
            ceph.path().child("osdMemoryTarget"),
            Step.CEPH_POOLS,
            "set osd_memory_target of all OSDs to " + target));
    if (plan.cephLayout().located()) {
      items.before(
          ceph.path().child("locations"),
          Step.CEPH_POOLS,
          "move each node with OSDs below its rack and room in the CRUSH map");
    }
    ceph.crushRules()
        .forEach(rule -> items.before(
            rule.path(),
            Step.CEPH_POOLS,
            Facts.behind("create CRUSH rule " + rule.name(), rule, "name")));
    ceph.pools()
        .forEach(pool -> items.before(
            pool.path(),
            Step.CEPH_POOLS,
            Facts.behind("create Ceph pool " + pool.name(), pool, "name")));
    ceph.fileSystems()
        .forEach(fs -> items.before(
            fs.path(), Step.CEPH_POOLS, Facts.behind("create CephFS " + fs.name(), fs, "name")));
  }

  private void monitors(Ceph ceph) {
    List<String> monitors = inOrder(ceph.monitors());
    if (!monitors.isEmpty()) {
      items.before(
          ceph.path().child("monitor"),
          Step.CEPH_INIT,
          "create the first monitor on " + withAddress(ceph, monitors.get(0)));
    }
    if (monitors.size() > 1) {
      items.before(
          ceph.path().child("monitors"),
          Step.CEPH_MONITORS,
          "create monitors on "
              + String.join(
                  ", ",
                  monitors.stream().skip(1).map(it -> withAddress(ceph, it)).toList())
              + ", one after another");
    }
    if (!ceph.managers().isEmpty()) {
      items.before(
          ceph.path().child("managers"),
          Step.CEPH_MONITORS,
          "create managers on " + String.join(", ", inOrder(ceph.managers())));
    }
  }

  private static String withAddress(Ceph ceph, String node) {
    return node
        + ceph.monitorAddresses().stream()
            .filter(each -> each.node().equals(node))
            .map(MonitorAddress::address)
            .map(address -> " (" + address + ")")
            .findFirst()
            .orElse("");
  }

  private String nodes(Ceph ceph) {
    List<String> nodes = plan.nodes().stream()
        .filter(node -> ceph.monitors().contains(node.name())
            || ceph.managers().contains(node.name())
            || ceph.metadataServers().stream().anyMatch(it -> it.node().equals(node.name()))
            || !node.osds().isEmpty())
        .map(Node::name)
        .toList();
    return nodes.isEmpty() ? "the nodes it is to run on" : String.join(", ", nodes);
  }

  private List<String> inOrder(SortedSet<String> names) {
    return plan.nodes().stream().map(Node::name).filter(names::contains).toList();
  }

  private String network(String name) {
    return name
        + plan.network(name).flatMap(Network::subnet).map(it -> " (" + it + ")").orElse("");
  }
}
