package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.backup.Backup;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.backup.BackupMode;
import io.pveplan.model.backup.BackupServer;
import io.pveplan.model.backup.HostBackup;
import io.pveplan.model.backup.HostRestore;
import io.pveplan.model.backup.Retention;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.time.CalendarEvent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Scope of backup and restore.
 *
 * @since 0.1
 */
public final class BackupSpec extends Scope {

  private final Backup.Builder backup;

  BackupSpec(Definition definition, Backup.Builder backup) {
    super(definition, PlanPath.of("backup"));
    this.backup = backup;
  }

  /** Declares a Proxmox Backup Server with its datastores. */
  public BackupSpec server(String name, String address, String... datastores) {
    make(
            at.child(name),
            () -> BackupServer.builder()
                .name(name)
                .address(IpAddress.parse(address))
                .addDatastores(datastores)
                .declaredAt(CallSite.here())
                .build())
        .ifPresent(backup::addServer);
    return this;
  }

  /**
   * Adds a backup job.
   *
   * <pre>{@code
   * c.backup(b -> b.job("nightly", "mon..sat 02:30", backups, p -> p.all().keepDaily(7)));
   * c.backup(b -> b.job("often", "at night", backups, p -> p.all())); // refused: calendar event
   * }</pre>
   *
   * @param id job ID
   * @param schedule when it runs, as a calendar event
   * @param storage the storage that receives the backups
   * @param block which guests, and how many backups are kept
   * @return this scope
   */
  public BackupSpec job(
      String id, String schedule, StorageRef storage, Consumer<? super JobSpec> block) {
    JobSpec spec = new JobSpec(definition, id);
    declare(spec, block, () -> spec.build(id, schedule, storage), storage)
        .ifPresent(backup::addJob);
    return this;
  }

  /**
   * Saves directories of all nodes with proxmox-backup-client.
   *
   * @param schedule when, as a calendar event
   * @param storage a storage of type pbs, whose server and datastore receive them
   * @param paths directories, for example {@code /etc/pve} and {@code /etc/network}
   */
  public BackupSpec hosts(String schedule, StorageRef storage, String... paths) {
    return hosts(List.of(), schedule, storage, paths);
  }

  /** Saves directories of some nodes with proxmox-backup-client. */
  public BackupSpec hosts(
      List<NodeRef> nodes, String schedule, StorageRef storage, String... paths) {
    make(
            at.child("hosts"),
            () -> HostBackup.builder()
                .addAllNodes(nodes.stream().map(NodeRef::name).toList())
                .schedule(CalendarEvent.parse(schedule))
                .storage(storage.name())
                .addPaths(paths)
                .declaredAt(CallSite.here())
                .build(),
            Stream.concat(nodes.stream(), Stream.of(storage)).toArray())
        .ifPresent(backup::addHostBackup);
    return this;
  }

  /** Says how a lost node is to be brought back. */
  public BackupSpec restoreHostsBy(HostRestore way) {
    set(() -> backup.hostRestore(way));
    return this;
  }

  /**
   * Scope of a backup job.
   *
   * @since 0.1
   */
  public static final class JobSpec extends Scope {

    final BackupJob.Builder job = BackupJob.builder();
    final Retention.Builder retention = Retention.builder();
    boolean retained;

    JobSpec(Definition definition, String id) {
      super(definition, PlanPath.of("backup", "job", id));
      job.declaredAt(line);
      retention.declaredAt(line);
    }

    /** Takes all guests. */
    public JobSpec all() {
      set(() -> job.all(true));
      return this;
    }

    /** Takes these guests. */
    public JobSpec guests(GuestRef... guests) {
      if (!set(() -> job.addAllGuests(vmids(guests)), (Object[]) guests)) {
        breakOff();
      }
      return this;
    }

    /** Leaves these guests out of all. */
    public JobSpec except(GuestRef... guests) {
      set(() -> job.addAllExclude(vmids(guests)), (Object[]) guests);
      return this;
    }

    /** Sets what happens to the guests meanwhile; snapshot when not set. */
    public JobSpec mode(BackupMode mode) {
      set(() -> job.mode(mode));
      return this;
    }

    /** Keeps the last backups. */
    public JobSpec keepLast(int count) {
      return keep(() -> retention.keepLast(count));
    }

    /** Keeps the last backup of each of that many days. */
    public JobSpec keepDaily(int count) {
      return keep(() -> retention.keepDaily(count));
    }

    /** Keeps the last backup of each of that many weeks. */
    public JobSpec keepWeekly(int count) {
      return keep(() -> retention.keepWeekly(count));
    }

    /** Keeps the last backup of each of that many months. */
    public JobSpec keepMonthly(int count) {
      return keep(() -> retention.keepMonthly(count));
    }

    /** Keeps the last backup of each of that many years. */
    public JobSpec keepYearly(int count) {
      return keep(() -> retention.keepYearly(count));
    }

    /** Switches the job off. */
    public JobSpec disabled() {
      set(() -> job.disabled(true));
      return this;
    }

    BackupJob build(String id, String schedule, StorageRef storage) {
      if (retained) {
        job.retention(retention.build());
      }
      return job.id(id)
          .schedule(CalendarEvent.parse(schedule))
          .storage(storage.name())
          .build();
    }

    private JobSpec keep(Supplier<?> setting) {
      set(setting);
      retained = true;
      return this;
    }

    private static List<Vmid> vmids(GuestRef... guests) {
      return Arrays.stream(guests).map(guest -> Vmid.of(guest.vmid())).toList();
    }
  }
}
