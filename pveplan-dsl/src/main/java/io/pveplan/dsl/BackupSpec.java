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
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Scope of backup and restore.
 *
 * <pre>{@code
 * c.backup(b -> b.server("pbs1", "172.20.50.6", "store1"));
 * c.backup(b -> b.server("pbs2", "pbs.example.net")); // refused: is not an IP address
 * }</pre>
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
    requireOpen();
    Objects.requireNonNull(name, "name");
    PartSpec part = new PartSpec(definition, at.child(name));
    BackupServer.Builder server =
        BackupServer.builder().name(name).address(StandIn.ADDRESS).declaredAt(part.line);
    part.require("address", address, it -> server.address(IpAddress.parse(it)));
    part.setEach("datastores", datastores, server::addDatastore);
    part.build(server::build).ifPresent(backup::addServer);
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
    Objects.requireNonNull(id, "id");
    JobSpec spec = new JobSpec(definition, id, schedule, storage);
    declare(spec, block, spec::build, storage).ifPresent(backup::addJob);
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
    requireOpen();
    PartSpec part = new PartSpec(definition, at.child("hosts"));
    HostBackup.Builder hosts = HostBackup.builder()
        .storage(storage.name())
        .schedule(StandIn.SCHEDULE)
        .declaredAt(part.line);
    part.setEach("nodes", nodes, node -> hosts.addNode(node.name()));
    part.require("schedule", schedule, it -> hosts.schedule(CalendarEvent.parse(it)));
    part.setEach("paths", paths, hosts::addPath);
    part.build(hosts::build, storage).ifPresent(backup::addHostBackup);
    return this;
  }

  /** Says how a lost node is to be brought back. */
  public BackupSpec restoreHostsBy(HostRestore way) {
    set("hostRestore", way, backup::hostRestore);
    return this;
  }

  /**
   * Scope of a backup job.
   *
   * <pre>{@code
   * c.backup(b -> b.job("nightly", "02:30", backups, p -> p.guests(web).keepDaily(7).keepWeekly(4)));
   * c.backup(b -> b.job("empty", "02:30", backups, p -> {})); // refused: takes no guest
   * }</pre>
   *
   * @since 0.1
   */
  public static final class JobSpec extends Scope {

    final BackupJob.Builder job = BackupJob.builder();
    final Retention.Builder retention = Retention.builder();
    boolean retained;

    JobSpec(Definition definition, String id, String schedule, StorageRef storage) {
      super(definition, PlanPath.of("backup", "job", id));
      job.id(id).storage(storage.name()).schedule(StandIn.SCHEDULE).declaredAt(line);
      require("schedule", schedule, it -> job.schedule(CalendarEvent.parse(it)));
      retention.declaredAt(line);
    }

    /** Takes all guests. */
    public JobSpec all() {
      set("all", true, job::all);
      return this;
    }

    /** Takes these guests. */
    public JobSpec guests(GuestRef... guests) {
      if (!setEach("guests", guests, guest -> job.addGuest(Vmid.of(guest.vmid())))) {
        breakOff();
      }
      return this;
    }

    /** Leaves these guests out of all. */
    public JobSpec except(GuestRef... guests) {
      setEach("exclude", guests, guest -> job.addExclude(Vmid.of(guest.vmid())));
      return this;
    }

    /** Sets what happens to the guests meanwhile; snapshot when not set. */
    public JobSpec mode(BackupMode mode) {
      set("mode", mode, job::mode);
      return this;
    }

    /** Keeps the last backups. */
    public JobSpec keepLast(int count) {
      return keep("keepLast", count, retention::keepLast);
    }

    /** Keeps the last backup of each of that many hours. */
    public JobSpec keepHourly(int count) {
      return keep("keepHourly", count, retention::keepHourly);
    }

    /** Keeps the last backup of each of that many days. */
    public JobSpec keepDaily(int count) {
      return keep("keepDaily", count, retention::keepDaily);
    }

    /** Keeps the last backup of each of that many weeks. */
    public JobSpec keepWeekly(int count) {
      return keep("keepWeekly", count, retention::keepWeekly);
    }

    /** Keeps the last backup of each of that many months. */
    public JobSpec keepMonthly(int count) {
      return keep("keepMonthly", count, retention::keepMonthly);
    }

    /** Keeps the last backup of each of that many years. */
    public JobSpec keepYearly(int count) {
      return keep("keepYearly", count, retention::keepYearly);
    }

    /** Switches the job off. */
    public JobSpec disabled() {
      set("disabled", true, job::disabled);
      return this;
    }

    BackupJob build() {
      if (retained) {
        build(retention::build).ifPresent(job::retention);
      }
      return job.build();
    }

    private JobSpec keep(String field, int count, IntFunction<?> setting) {
      set(field, count, setting::apply);
      retained = true;
      return this;
    }
  }
}
