package io.pveplan.render;

import io.pveplan.model.PlanPath;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.InterfaceAddress;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.IscsiDirectStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.render.text.Phrase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The storages of the cluster. */
final class PlannedStorages {

  private final ResolvedPlan plan;
  private final PlannedItems items;

  PlannedStorages(ResolvedPlan plan, PlannedItems items) {
    this.plan = plan;
    this.items = items;
  }

  void add() {
    for (Storage storage : defined(plan)) {
      if (storage instanceof NfsStorage nfs) {
        export(nfs);
      }
      // A volume group may lie on a LUN that the script of this step connects.
      items.after(
          storage.path(),
          step(storage),
          Facts.behind("define storage " + storage.id(), storage, "id"));
    }
  }

  // No place below that of the storage, which its script covers: that makes no export.
  private void export(NfsStorage storage) {
    List<String> nodes = plan.nodes().stream()
        .map(Node::name)
        .filter(node -> plan.reach().nodesOf(storage.id()).contains(node))
        .toList();
    Optional<IpAddress> server = IpAddress.tryParse(storage.server());
    Phrase start =
        Phrase.of("on " + storage.server() + ", have " + storage.export() + " exported to ");
    Phrase clients = server.isPresent()
        ? start.text(nodes.stream()
            .map(node -> client(node, server.get()))
            .distinct()
            .collect(Collectors.joining(", ")))
        : start
            .text("the addresses that " + String.join(", ", nodes) + " reach it from, which ")
            .code("ip route get")
            .text(" there tells for its address");
    items.before(
        PlanPath.of("export", storage.id()),
        step(storage),
        clients.text(", to read and write, so that root of the nodes can make and open files there:"
            + " no_root_squash, or root mapped to the owner of the folder"));
  }

  private String client(String node, IpAddress server) {
    return plan.topology().addressesBeside(node, server).stream()
        .map(InterfaceAddress::address)
        .findFirst()
        .or(() -> plan.topology().nameAddress(node))
        .map(address -> address.address().toString())
        .orElse(node);
  }

  /** The storages that somebody has to define. */
  static List<Storage> defined(ResolvedPlan plan) {
    // A pool or file system that pveceph makes with a storage brings it along.
    Set<String> fromCeph = new HashSet<>();
    plan.plan().ceph().ifPresent(ceph -> {
      ceph.pools().stream()
          .filter(CephPool::addStorages)
          .forEach(pool -> fromCeph.add(pool.name()));
      ceph.fileSystems().stream()
          .filter(CephFileSystem::addStorage)
          .forEach(fs -> fromCeph.add(fs.name()));
    });
    Set<String> written =
        plan.written().storages().stream().map(Storage::id).collect(Collectors.toSet());
    return plan.storages().stream()
        .filter(storage -> written.contains(storage.id())
            && !fromCeph.contains(storage.id())
            && !isLocalAsInstalled(storage))
        .toList();
  }

  private static boolean isLocalAsInstalled(Storage storage) {
    return storage.id().equals("local")
        && storage
            .content()
            .equals(Set.of(ContentType.ISO, ContentType.VZTMPL, ContentType.BACKUP));
  }

  static Step step(Storage storage) {
    if (storage instanceof ZfsPoolStorage) {
      return Step.ZFS_STORAGE;
    }
    if (storage instanceof PbsStorage) {
      return Step.BACKUP_SERVER;
    }
    return storage instanceof IscsiStorage
            || storage instanceof IscsiDirectStorage
            || storage instanceof ZfsOverIscsiStorage
            || storage instanceof LvmStorage
            || storage instanceof LvmThinStorage
        ? Step.ISCSI_STORAGE
        : Step.SHARED_STORAGE;
  }
}
