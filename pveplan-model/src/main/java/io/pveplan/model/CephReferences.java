package io.pveplan.model;

import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CrushRule;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.ceph.MonitorAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** References inside Ceph, and of the storages on it. */
final class CephReferences {

  private static final String POOL = "Ceph pool";

  private final Ceph ceph;
  private final Names names;
  private final Problems found;

  private CephReferences(Ceph ceph, Names names, Problems found) {
    this.ceph = ceph;
    this.names = names;
    this.found = found;
  }

  static void check(Ceph ceph, Names names, Problems found) {
    new CephReferences(ceph, names, found).check();
  }

  private void check() {
    Stream.concat(ceph.publicNetwork().stream(), ceph.clusterNetwork().stream())
        .forEach(name -> ClusterReferences.network(found, ceph.path(), ceph, name, names));
    Stream.concat(ceph.monitors().stream(), ceph.managers().stream())
        .filter(node -> !names.nodes.contains(node))
        .forEach(node -> found.missing(ceph.path(), ceph, "node", node, names.nodes));
    monitorAddresses();
    metadataServers();
    Names.once(
        found, ceph.crushRules(), CrushRule::name, CrushRule::path, "CRUSH rule", "name", "");
    for (CrushRule rule : ceph.crushRules()) {
      if (rule.name().equals(Ceph.DEFAULT_RULE)) {
        found.add(
            rule.path(),
            rule,
            "Ceph makes a rule of this name itself",
            "Give yours another name.",
            "");
      }
    }
    Set<String> rules = new HashSet<>(Set.of(Ceph.DEFAULT_RULE));
    ceph.crushRules().forEach(rule -> rules.add(rule.name()));
    ceph.pools().forEach(pool -> rule(pool.path(), pool, pool.crushRule(), rules));
    ceph.fileSystems().forEach(fs -> rule(fs.path(), fs, fs.crushRule(), rules));
    poolNames();
  }

  private void rule(PlanPath at, Declared by, Optional<String> name, Set<String> rules) {
    name.filter(it -> !rules.contains(it))
        .ifPresent(it ->
            found.missing(at, by, "CRUSH rule", it, rules.stream().sorted().toList()));
  }

  private void monitorAddresses() {
    Map<String, IpAddress> seen = new HashMap<>();
    Map<IpAddress, String> users = new HashMap<>();
    for (MonitorAddress each : ceph.monitorAddresses()) {
      if (!ceph.monitors().contains(each.node())) {
        found.missing(each.path(), each, "monitor", each.node(), ceph.monitors());
      }
      if (seen.putIfAbsent(each.node(), each.address()) != null) {
        found.add(
            each.path(),
            each,
            "there are two addresses for the monitor on " + each.node(),
            "Name one.",
            "CEPH-009");
      }
      String other = users.putIfAbsent(each.address(), each.node());
      if (other != null && !other.equals(each.node())) {
        found.add(
            each.path(),
            each,
            each.address() + " is already the address of the monitor on " + other,
            "Give each monitor its own address.",
            "CEPH-009");
      }
    }
  }

  private void metadataServers() {
    Names.once(
        found,
        ceph.metadataServers(),
        MetadataServer::id,
        MetadataServer::path,
        "metadata server",
        "name",
        "");
    for (MetadataServer each : ceph.metadataServers()) {
      if (!names.nodes.contains(each.node())) {
        found.missing(each.path(), each, "node", each.node(), names.nodes);
      }
    }
  }

  // Those that an erasure-coded pool and a file system bring along are pools too.
  private void poolNames() {
    Map<String, String> users = new HashMap<>();
    for (CephPool pool : ceph.pools()) {
      for (String name : pool.poolNames()) {
        taken(users, pool.path(), pool, name, "pool " + pool.name());
      }
    }
    Names.once(
        found,
        ceph.fileSystems(),
        CephFileSystem::name,
        CephFileSystem::path,
        "CephFS",
        "name",
        "CEPH-042");
    for (CephFileSystem fs : ceph.fileSystems()) {
      for (String name : List.of(fs.dataPool(), fs.metadataPool())) {
        taken(users, fs.path(), fs, name, "CephFS " + fs.name());
      }
    }
  }

  private void taken(
      Map<String, String> users, PlanPath at, Declared by, String pool, String user) {
    String other = users.putIfAbsent(pool, user);
    if (other != null && !other.equals(user)) {
      found.add(
          at,
          by,
          "it needs a Ceph pool " + pool + ", which " + other + " has already",
          "Give one of them another name.",
          "CEPH-041");
    }
  }

  /** Checks that what a storage lies on is there; another Ceph cluster is not known. */
  static void check(Storage storage, Names names, Problems found) {
    if (storage instanceof RbdStorage rbd && rbd.monitors().isEmpty()) {
      Stream.concat(Stream.of(rbd.pool()), rbd.dataPool().stream())
          .filter(pool -> !names.pools.contains(pool))
          .filter(pool -> !found.isRefused(POOL, poolOf(pool)))
          .forEach(pool -> found.missing(storage.path(), storage, POOL, pool, names.pools));
    } else if (storage instanceof CephFsStorage fs && fs.monitors().isEmpty()) {
      fs.fileSystem()
          .filter(name -> !names.fileSystems.contains(name))
          .ifPresent(
              name -> found.missing(storage.path(), storage, "CephFS", name, names.fileSystems));
      if (fs.fileSystem().isEmpty() && names.fileSystems.isEmpty()) {
        found.missing(storage.path(), storage, "CephFS", fs.id(), names.fileSystems);
      }
    }
  }

  // What an erasure-coded pool brings along is refused with it.
  private static String poolOf(String name) {
    return name.replaceFirst("-(?:meta)?data$", "");
  }
}
