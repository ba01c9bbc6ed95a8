package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.time.CalendarEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The guests whose disks are only on parts that fail, and what else there is of them. */
final class LostData {

  // A job without a schedule runs every 15 minutes.
  private static final Duration USUAL_GAP = Duration.ofMinutes(15);

  private final ResolvedPlan plan;
  private final List<BackupJob> jobs;
  private final Map<String, List<Guest>> local = new HashMap<>();
  private final Map<String, List<Guest>> shared = new HashMap<>();

  LostData(ResolvedPlan plan) {
    this.plan = plan;
    this.jobs = plan.plan().backup().map(Backup::jobs).orElse(List.of()).stream()
        .filter(job -> !job.disabled())
        .toList();
    for (Guest guest : plan.guests()) {
      if (guest.node().isPresent() && !localDisks(guest).isEmpty()) {
        local.computeIfAbsent(guest.node().get(), key -> new ArrayList<>()).add(guest);
      }
      plan.placement().volumes(guest).stream()
          .filter(volume -> volume.kind() == GuestVolume.Kind.DISK)
          .map(GuestVolume::storage)
          .filter(plan.reach()::shared)
          .distinct()
          .forEach(it -> shared.computeIfAbsent(it, key -> new ArrayList<>()).add(guest));
    }
  }

  private List<GuestVolume> localDisks(Guest guest) {
    return plan.contents().localVolumes(guest).stream()
        .filter(volume -> volume.kind() == GuestVolume.Kind.DISK)
        .toList();
  }

  /** Whether a node has a guest of which no other node has the disks. */
  boolean onlyOn(String node) {
    return local.getOrDefault(node, List.of()).stream()
        .anyMatch(guest -> copyAge(guest, Set.of(node)).isEmpty());
  }

  /** What a scenario leaves. */
  interface Rest {

    /** Whether the backups on a storage are there. */
    boolean hasBackups(String storage);

    /** Whether it is told already what a guest lost. */
    boolean told(Guest guest);
  }

  /**
   * Tells of guests with disks on some storages of a node.
   *
   * @param name what holds the disks
   * @param storages whether a storage is lost there
   * @param gone names of the nodes that are down
   */
  void onNode(
      String node,
      String name,
      Predicate<String> storages,
      Collection<String> gone,
      Rest rest,
      Interruptions found) {
    for (Guest guest : local.getOrDefault(node, List.of())) {
      if (localDisks(guest).stream().anyMatch(it -> storages.test(it.storage()))) {
        Optional<Duration> age = copyAge(guest, gone);
        if (age.isEmpty()) {
          found.add(kind(guest, rest), name, List.of(node), List.of(guest.vmid()));
        } else if (!rest.told(guest)) {
          String copies = name + ", copies up to " + age.get() + " old";
          found.add(InterruptionKind.ONLY_COPY, copies, List.of(node), List.of(guest.vmid()));
        }
      }
    }
  }

  /** Tells of guests with disks on storages of servers that are lost. */
  void onServers(Collection<String> storages, Rest rest, Interruptions found) {
    for (String storage : storages) {
      for (Guest guest : shared.getOrDefault(storage, List.of())) {
        found.add(kind(guest, rest), "disks on " + storage, List.of(), List.of(guest.vmid()));
      }
    }
  }

  private InterruptionKind kind(Guest guest, Rest rest) {
    return jobs.stream().anyMatch(job -> job.takes(guest.vmid()) && rest.hasBackups(job.storage()))
        ? InterruptionKind.ONLY_BACKUP
        : InterruptionKind.NOTHING_LEFT;
  }

  /**
   * How old the latest copy of all local disks of a guest may be; empty when there is none.
   *
   * @param gone names of the nodes that are down
   */
  Optional<Duration> copyAge(Guest guest, Collection<String> gone) {
    if (!plan.contents().unsharedVolumes(guest).stream()
        .allMatch(volume -> volume.kind() != GuestVolume.Kind.DISK)) {
      return Optional.empty();
    }
    return plan.reach().replicationJobs(guest.vmid()).stream()
        .filter(job -> !gone.contains(job.target()))
        .map(ReplicationJob::schedule)
        .map(schedule -> schedule.map(CalendarEvent::longestGap).orElse(USUAL_GAP))
        .min(Comparator.naturalOrder());
  }

  /** The VMIDs of the guests that a backup job takes. */
  List<Vmid> takenBy(BackupJob job) {
    return plan.guests().stream().map(Guest::vmid).filter(job::takes).toList();
  }

  /** The backup jobs that are switched on. */
  List<BackupJob> jobs() {
    return jobs;
  }
}
