package io.pveplan.model.storage;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * Which nodes reach which storage, and what is copied to where.
 *
 * @since 0.1
 */
public final class StorageReach {

  private final Map<String, Storage> storages = new HashMap<>();
  private final Map<String, Set<String>> nodes = new HashMap<>();
  private final Map<String, Set<String>> withoutLun = new HashMap<>();
  private final Map<Vmid, List<ReplicationJob>> jobs = new HashMap<>();
  private final Map<Vmid, List<ReplicationJob>> configured = new HashMap<>();

  private StorageReach(ClusterPlan plan) {
    Set<String> all = new LinkedHashSet<>(plan.nodes().stream().map(Node::name).toList());
    for (Storage storage : plan.storages()) {
      storages.put(storage.id(), storage);
      Set<String> reaching = all;
      if (!storage.nodes().isEmpty()) {
        reaching = new LinkedHashSet<>(all);
        reaching.retainAll(storage.nodes());
      }
      nodes.put(
          storage.id(), storage.disabled() ? Set.of() : Collections.unmodifiableSet(reaching));
    }
    IscsiLuns luns = IscsiLuns.of(plan);
    for (Storage storage : plan.storages()) {
      if (storage instanceof LvmStorage lvm) {
        keepToTargets(lvm, luns);
      }
    }
    for (ReplicationJob job : plan.replicationJobs()) {
      configured.computeIfAbsent(job.guest(), key -> new ArrayList<>()).add(job);
      if (job.active()) {
        jobs.computeIfAbsent(job.guest(), key -> new ArrayList<>()).add(job);
      }
    }
    jobs.replaceAll((guest, each) -> List.copyOf(each));
    configured.replaceAll((guest, each) -> List.copyOf(each));
  }

  // A node has a volume group when it has all LUNs below it, each by one target or another.
  private void keepToTargets(LvmStorage lvm, IscsiLuns luns) {
    Set<String> reaching = new LinkedHashSet<>(nodesOf(lvm.id()));
    for (LunId lun : luns.below(lvm)) {
      Set<String> offered = new HashSet<>();
      luns.targets(lun).forEach(target -> offered.addAll(nodesOf(target.id())));
      reaching.retainAll(offered);
    }
    Set<String> without = new LinkedHashSet<>(nodesOf(lvm.id()));
    without.removeAll(reaching);
    withoutLun.put(lvm.id(), Collections.unmodifiableSet(without));
    nodes.put(lvm.id(), Collections.unmodifiableSet(reaching));
  }

  /** The look-ups over a plan whose implied storages are all listed, as the resolved one's are. */
  public static StorageReach of(ClusterPlan plan) {
    return new StorageReach(plan);
  }

  /** The storage with an ID. */
  public Optional<Storage> storage(String id) {
    return Optional.ofNullable(storages.get(id));
  }

  /**
   * Names of the nodes that have a storage, in the order of the plan; none when it is disabled. A
   * volume group on LUNs is only on nodes that an iSCSI storage gives them.
   */
  public Set<String> nodesOf(String storage) {
    return nodes.getOrDefault(storage, Set.of());
  }

  /**
   * Names of the nodes that a volume group is for and that no iSCSI storage gives its LUNs, in the
   * order of the plan; none for other storages.
   */
  public Set<String> nodesWithoutLun(String storage) {
    return withoutLun.getOrDefault(storage, Set.of());
  }

  /** Whether a node has a storage. */
  public boolean reaches(String node, String storage) {
    return nodesOf(storage).contains(node);
  }

  /** Whether all nodes of a storage see the same volumes. */
  public boolean shared(String storage) {
    return storage(storage).map(Storage::sharedByAllNodes).orElse(false);
  }

  /** What may lie on a storage: what the plan says, or the default of its type. */
  public SortedSet<ContentType> content(Storage storage) {
    return storage.content().isEmpty() ? storage.defaultContent() : storage.content();
  }

  /**
   * Why a node can not have something of a kind on a storage; empty when it can.
   *
   * @param storage ID of a storage of the plan
   * @param content what is to lie there
   * @param node name of the node
   */
  public Optional<Obstacle> obstacle(String storage, ContentType content, String node) {
    Storage there = storages.get(storage);
    if (there != null && there.disabled()) {
      return Optional.of(Obstacle.SWITCHED_OFF);
    }
    if (nodesWithoutLun(storage).contains(node)) {
      return Optional.of(Obstacle.LUN_NOT_ON_NODE);
    }
    if (there == null || !reaches(node, storage)) {
      return Optional.of(Obstacle.NOT_ON_NODE);
    }
    return content(there).contains(content) ? Optional.empty() : Optional.of(Obstacle.NOT_TAKEN);
  }

  /** The replication jobs of a guest that are switched on and stay. */
  public List<ReplicationJob> replicationJobs(Vmid guest) {
    return jobs.getOrDefault(guest, List.of());
  }

  /**
   * All replication jobs of a guest, also those that are switched off or to be removed: a move counts
   * these as well (pve-guest-common, src/PVE/ReplicationConfig.pm, check_for_existing_jobs).
   */
  public List<ReplicationJob> configuredJobs(Vmid guest) {
    return configured.getOrDefault(guest, List.of());
  }

  /** Whether a replication job of a guest that is switched on and stays leads to a node. */
  public boolean replicates(Vmid guest, String target) {
    return replicationJobs(guest).stream().anyMatch(job -> job.target().equals(target));
  }
}
