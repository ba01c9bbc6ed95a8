package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.render.Gap;
import io.pveplan.render.Step;
import io.pveplan.render.storage.StorageEntry.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The storages that will exist, in the order of storage.cfg, and what can not be. */
final class StorageEntries {

  private final ResolvedPlan plan;
  private final Set<String> declared;
  private final Set<String> cephPools;
  private final List<StorageEntry> entries = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  private StorageEntries(ResolvedPlan plan) {
    this.plan = plan;
    this.declared = plan.written().storages().stream().map(Storage::id).collect(Collectors.toSet());
    this.cephPools = plan.plan().ceph().map(StorageEntries::madeWith).orElse(Set.of());
    plan.storages().forEach(this::add);
    entries.sort(Comparator.comparingInt(StorageEntry::rank));
  }

  static StorageEntries of(ResolvedPlan plan) {
    return new StorageEntries(plan);
  }

  List<StorageEntry> all() {
    return entries;
  }

  /** Those that the script of a step is about. */
  List<StorageEntry> of(Step step) {
    return entries.stream()
        .filter(entry -> entry.scripted() && entry.step() == step)
        .toList();
  }

  List<Gap> gaps() {
    return gaps;
  }

  private static Set<String> madeWith(Ceph ceph) {
    return Stream.concat(
            ceph.pools().stream().filter(CephPool::addStorages).map(CephPool::name),
            ceph.fileSystems().stream()
                .filter(CephFileSystem::addStorage)
                .map(CephFileSystem::name))
        .collect(Collectors.toSet());
  }

  private void add(Storage storage) {
    if (storage.id().equals(LocalStorage.ID)) {
      LocalStorage local = LocalStorage.of(storage, declared.contains(LocalStorage.ID));
      entries.add(local.entry());
      local.refusal().ifPresent(reason -> gap(storage, Step.SHARED_STORAGE, reason));
    } else if (!declared.contains(storage.id())) {
      entries.add(new StorageEntry(storage, Way.MADE_BY_CEPH));
    } else {
      Optional<String> refusal =
          storage instanceof LvmStorage lvm ? VolumeGroup.refusal(plan, lvm) : Optional.empty();
      if (refusal.isPresent()) {
        gap(storage, Step.ISCSI_STORAGE, refusal.get());
      } else if (cephPools.contains(storage.id())) {
        addToPool(storage);
      } else {
        entries.add(new StorageEntry(storage, Way.ADDED));
        if (storage instanceof ZfsPoolStorage zfs && zfs.pool().contains("/")) {
          datasets(zfs);
        }
      }
    }
  }

  // The script of a pool that the plan declares makes the dataset too.
  private void datasets(ZfsPoolStorage zfs) {
    List<String> without = CommonNodes.of(plan, List.of(zfs)).stream()
        .filter(node -> plan.localPools().below(node, zfs).isEmpty())
        .toList();
    if (!without.isEmpty()) {
      gap(
          zfs,
          Step.ZFS_POOLS,
          "The dataset "
              + zfs.pool()
              + " is made by hand on "
              + String.join(", ", without)
              + ": zfs create -p "
              + zfs.pool()
              + ".");
    }
  }

  private void addToPool(Storage storage) {
    if (storage instanceof RbdStorage rbd) {
      RbdStorage explicit =
          RbdStorage.builder().from(rbd).content(plan.reach().content(rbd)).build();
      entries.add(new StorageEntry(explicit, Way.CHANGED_AFTER_CEPH));
    } else if (storage instanceof CephFsStorage fs) {
      CephFsStorage explicit =
          CephFsStorage.builder().from(fs).content(plan.reach().content(fs)).build();
      entries.add(new StorageEntry(explicit, Way.CHANGED_AFTER_CEPH));
    } else {
      gap(
          storage,
          StorageEntry.stepOf(storage),
          "Left out: the Ceph pool of its name makes an RBD storage of this ID.");
    }
  }

  private void gap(Storage storage, Step step, String sentence) {
    gaps.add(Gap.of(storage.path(), step, sentence));
  }
}
