package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.time.CalendarEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The guests whose disks are only on parts that fail, and what else there is of them. */
final class LostData {

  // A job without a schedule runs every 15 minutes.
  private static final Duration USUAL_GAP = Duration.ofMinutes(15);

  /** A copy of all local disks of a guest. */
  private record Copy(String node, Duration age) {}

  /**
   * A guest with disks on storages of its node.
   *
   * @param storages IDs of these
   * @param copies its copies on other nodes, the latest first; none unless of all local disks
   * @param backups IDs of the storages with its backups
   */
  private record LocalGuest(
      Guest guest, Set<String> storages, List<Copy> copies, List<String> backups) {}

  private final ResolvedPlan plan;
  private final List<BackupJob> jobs;
  private final Map<String, List<LocalGuest>> local = new HashMap<>();
  private final Map<String, List<Guest>> shared = new HashMap<>();

  LostData(ResolvedPlan plan) {
    this.plan = plan;
    this.jobs = plan.plan().backup().map(Backup::jobs).orElse(List.of()).stream()
        .filter(job -> !job.disabled())
        .toList();
    for (Guest guest : plan.guests()) {
      Set<String> here = new HashSet<>();
      localDisks(guest).forEach(volume -> here.add(volume.storage()));
      if (guest.node().isPresent() && !here.isEmpty()) {
        local
            .computeIfAbsent(guest.node().get(), key -> new ArrayList<>())
            .add(new LocalGuest(guest, here, copiesOf(guest), backups(guest)));
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

  private List<Copy> copiesOf(Guest guest) {
    boolean all = plan.contents().unsharedVolumes(guest).stream()
        .noneMatch(volume -> volume.kind() == GuestVolume.Kind.DISK);
    return plan.reach().replicationJobs(guest.vmid()).stream()
        .filter(job -> all)
        .map(job ->
            new Copy(job.target(), job.schedule().map(CalendarEvent::longestGap).orElse(USUAL_GAP)))
        .sorted(Comparator.comparing(Copy::age))
        .toList();
  }

  private List<String> backups(Guest guest) {
    return jobs.stream()
        .filter(job -> job.takes(guest.vmid()))
        .map(BackupJob::storage)
        .distinct()
        .toList();
  }

  /** Whether a node has a guest of which no other node has the disks. */
  boolean onlyOn(String node) {
    return local.getOrDefault(node, List.of()).stream()
        .anyMatch(each -> each.copies().isEmpty());
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
    for (LocalGuest each : local.getOrDefault(node, List.of())) {
      if (each.storages().stream().anyMatch(storages)) {
        Guest guest = each.guest();
        Optional<Copy> copy = latest(each.copies(), gone);
        if (copy.isEmpty()) {
          found.add(kind(each.backups(), rest), name, List.of(node), List.of(guest.vmid()));
        } else if (!rest.told(guest)) {
          String old = name + ", to be started by hand from a copy up to "
              + FailureText.time(copy.get().age()) + " old on " + copy.get().node();
          found.add(InterruptionKind.ONLY_COPY, old, List.of(), List.of(guest.vmid()));
        }
      }
    }
  }

  /** Tells of guests with disks on storages of servers that are lost. */
  void onServers(Collection<String> storages, Rest rest, Interruptions found) {
    for (String storage : storages) {
      for (Guest guest : shared.getOrDefault(storage, List.of())) {
        InterruptionKind kind = kind(backups(guest), rest);
        found.add(kind, "disks on " + storage, List.of(), List.of(guest.vmid()));
      }
    }
  }

  private static InterruptionKind kind(List<String> backups, Rest rest) {
    return backups.stream().anyMatch(rest::hasBackups)
        ? InterruptionKind.ONLY_BACKUP
        : InterruptionKind.NOTHING_LEFT;
  }

  private static Optional<Copy> latest(List<Copy> copies, Collection<String> gone) {
    return copies.stream().filter(copy -> !gone.contains(copy.node())).findFirst();
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
