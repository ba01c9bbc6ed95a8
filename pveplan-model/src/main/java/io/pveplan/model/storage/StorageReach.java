package io.pveplan.model.storage;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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
  private final Map<Vmid, List<ReplicationJob>> jobs = new HashMap<>();

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
    for (ReplicationJob job : plan.replicationJobs()) {
      if (job.active()) {
        jobs.computeIfAbsent(job.guest(), key -> new ArrayList<>()).add(job);
      }
    }
    jobs.replaceAll((guest, each) -> List.copyOf(each));
  }

  /** The look-ups over a plan whose implied storages are all listed, as the resolved one's are. */
  public static StorageReach of(ClusterPlan plan) {
    return new StorageReach(plan);
  }

  /** The storage with an ID. */
  public Optional<Storage> storage(String id) {
    return Optional.ofNullable(storages.get(id));
  }

  /** Names of the nodes that have a storage, in the order of the plan; none when it is disabled. */
  public Set<String> nodesOf(String storage) {
    return nodes.getOrDefault(storage, Set.of());
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

  /** The replication jobs of a guest that are switched on and stay. */
  public List<ReplicationJob> replicationJobs(Vmid guest) {
    return jobs.getOrDefault(guest, List.of());
  }

  /** Whether a replication job of a guest leads to a node. */
  public boolean replicates(Vmid guest, String target) {
    return replicationJobs(guest).stream().anyMatch(job -> job.target().equals(target));
  }
}
