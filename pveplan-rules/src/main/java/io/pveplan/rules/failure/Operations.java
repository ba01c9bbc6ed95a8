package io.pveplan.rules.failure;

import static io.pveplan.rules.failure.InterruptionKind.BACKUP;
import static io.pveplan.rules.failure.InterruptionKind.CONTENT;
import static io.pveplan.rules.failure.InterruptionKind.MIGRATION_NETWORK;
import static io.pveplan.rules.failure.InterruptionKind.REPLICATION;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.cluster.Datacenter;
import io.pveplan.model.cluster.MigrationSettings;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;

/** What the cluster does beside running guests: migration, replication, backup, what lies ready. */
final class Operations {

  private final ResolvedPlan plan;
  private final StorageOutage storages;
  private final LostData data;
  private final Map<String, Set<ReplicationJob>> jobsByNode = new HashMap<>();
  // What needs something besides disks and backups to start or be made, by storage.
  private final Map<String, Map<ContentType, Set<Vmid>>> contents = new HashMap<>();

  Operations(ResolvedPlan plan, StorageOutage storages, LostData data) {
    this.plan = plan;
    this.storages = storages;
    this.data = data;
    for (Guest guest : plan.guests()) {
      for (ReplicationJob job : plan.reach().replicationJobs(guest.vmid())) {
        guest.node().ifPresent(node -> index(node, job));
        index(job.target(), job);
      }
      plan.contents()
          .of(guest)
          .forEach(each -> contents
              .computeIfAbsent(each.storage(), key -> new HashMap<>())
              .computeIfAbsent(each.content(), key -> new LinkedHashSet<>())
              .add(guest.vmid()));
    }
  }

  private void index(String node, ReplicationJob job) {
    jobsByNode.computeIfAbsent(node, key -> new LinkedHashSet<>()).add(job);
  }

  /**
   * Tells what stops.
   *
   * @param down names of the nodes that are not up
   */
  void tell(Damage damage, SortedSet<String> down, Interruptions found) {
    tell(damage, down, job -> true, found);
  }

  /**
   * Tells what stops.
   *
   * @param stops whether a job stops with its nodes; it does not where its guest has moved and both
   *     its new node and the target are up
   */
  void tell(
      Damage damage, SortedSet<String> down, Predicate<ReplicationJob> stops, Interruptions found) {
    Optional<String> set = migrationNetwork();
    Set<String> alone = new HashSet<>(down);
    for (String node : damage.touched()) {
      if (!down.contains(node) && !damage.works(Ways.over(plan, node, set))) {
        String name = set.map(it -> "network " + it).orElse("network of the node names");
        found.add(MIGRATION_NETWORK, name, List.of(node), List.of());
      }
      Optional<NetworkPath> way =
          plan.replicationNetwork(node).flatMap(it -> plan.paths().path(node, it));
      if (!damage.works(way)) {
        alone.add(node);
      }
    }
    for (String node : alone) {
      for (ReplicationJob job : jobsByNode.getOrDefault(node, Set.of())) {
        if (stops.test(job)) {
          String name = "job " + job.id() + " to " + job.target();
          found.add(REPLICATION, name, List.of(node), List.of(job.guest()));
        }
      }
    }
    if (StorageOutage.concerns(damage)) {
      targets(damage, down, found);
    }
  }

  private Optional<String> migrationNetwork() {
    return plan.plan()
        .datacenter()
        .flatMap(Datacenter::migration)
        .flatMap(MigrationSettings::network);
  }

  private void targets(Damage damage, SortedSet<String> down, Interruptions found) {
    Map<String, List<String>> unreached = new HashMap<>();
    List<String> up = new ArrayList<>();
    for (Node node : plan.nodes()) {
      if (!down.contains(node.name())) {
        up.add(node.name());
        storages.left(node.name(), damage).stream()
            .filter(left -> left.ways() == 0)
            .forEach(left -> unreached
                .computeIfAbsent(left.storage(), key -> new ArrayList<>())
                .add(node.name()));
      }
    }
    for (BackupJob job : data.jobs()) {
      List<String> nodes = unreached.getOrDefault(job.storage(), List.of());
      if (!nodes.isEmpty()) {
        String name = "job " + job.id() + " to " + job.storage();
        found.add(BACKUP, name, nodes, guests(data.takenBy(job), nodes));
      }
    }
    for (HostBackup backup : plan.plan().backup().map(Backup::hostBackups).orElse(List.of())) {
      List<String> nodes = unreached.getOrDefault(backup.storage(), List.of());
      if (!nodes.isEmpty()) {
        found.add(BACKUP, "configuration of nodes to " + backup.storage(), nodes, List.of());
      }
    }
    unreached.forEach((storage, nodes) -> {
      boolean nowhere =
          up.stream().filter(node -> plan.reach().reaches(node, storage)).allMatch(nodes::contains);
      if (nowhere) {
        plan.storage(storage).ifPresent(it -> gone(it, found));
      }
    });
  }

  private List<Vmid> guests(Collection<Vmid> all, Collection<String> nodes) {
    return all.stream()
        .filter(
            vmid -> plan.guest(vmid).flatMap(Guest::node).map(nodes::contains).orElse(true))
        .toList();
  }

  private void gone(Storage storage, Interruptions found) {
    Map<ContentType, Set<Vmid>> needed = contents.getOrDefault(storage.id(), Map.of());
    for (ContentType type : plan.reach().content(storage)) {
      switch (type) {
        case ISO, SNIPPETS, BACKUP ->
          found.add(
              CONTENT,
              type + " on " + storage.id(),
              List.of(),
              needed.getOrDefault(type, Set.of()));
        case VZTMPL, IMPORT ->
          found.add(CONTENT, type + " on " + storage.id(), List.of(), List.of());
        default -> {}
      }
    }
  }

  /**
   * Whether backups on a storage are safe: its server is there, or no node holds it alone. One that
   * is local to nodes has them where the guests are.
   */
  boolean saved(String storage, Damage damage) {
    Optional<Storage> each = plan.storage(storage);
    if (each.isEmpty()) {
      return false;
    }
    return OtherServer.places(each.get()).isEmpty()
        ? each.get().sharedByAllNodes()
        : storages.answers(each.get(), damage);
  }
}
