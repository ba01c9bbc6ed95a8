package io.pveplan.dsl;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where a plan begins. Meant to be imported statically: everything a plan is built from is here.
 *
 * <pre>{@code
 * import static io.pveplan.dsl.Pveplan.*;
 *
 * ClusterPlan plan = cluster("prod", c -> {
 *   var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.gateway("10.20.0.1").carries(MANAGEMENT));
 *   c.node("pve1", n -> n.bridge("vmbr0", b -> b.over("eno1").address(mgmt.host(11))));
 * });
 * }</pre>
 *
 * @since 0.1
 */
public final class Pveplan {

  private Pveplan() {}

  /**
   * Defines a cluster and freezes it.
   *
   * @param name name of the cluster: 15 letters, digits and inner dashes at most; it can never be
   *     changed later
   * @throws PlanDefinitionException if anything in it can not be, with all reasons and their lines
   *     at once
   */
  public static ClusterPlan cluster(String name, Consumer<? super ClusterSpec> block) {
    ClusterSpec spec = new ClusterSpec(new Definition(), name);
    Scope.run(spec, block);
    return spec.freeze();
  }

  /** A size in units of 2^30 bytes. */
  public static DataSize gib(long number) {
    return DataSize.gib(number);
  }

  /** A size in units of 2^20 bytes. */
  public static DataSize mib(long number) {
    return DataSize.mib(number);
  }

  /** A size in units of 2^40 bytes. */
  public static DataSize tib(long number) {
    return DataSize.tib(number);
  }

  /** A size in units of 10^9 bytes, as disks are sold. */
  public static DataSize gb(long number) {
    return DataSize.gb(number);
  }

  /** A size in units of 10^12 bytes, as disks are sold. */
  public static DataSize tb(long number) {
    return DataSize.tb(number);
  }

  /** A rate in units of 10^9 bits per second. */
  public static DataRate gbit(long number) {
    return DataRate.gbit(number);
  }

  /** A rate in units of 10^6 bits per second. */
  public static DataRate mbit(long number) {
    return DataRate.mbit(number);
  }

  /** A rate in units of 10^6 bytes per second, as replication jobs are limited. */
  public static DataRate megabytesPerSecond(long number) {
    return DataRate.megabytesPerSecond(number);
  }

  /** A time in milliseconds. */
  public static Duration milliseconds(long number) {
    return Duration.ofMillis(time(number, "milliseconds"));
  }

  /** A time in minutes. */
  public static Duration minutes(long number) {
    return Duration.ofMinutes(time(number, "minutes"));
  }

  /** A time in hours. */
  public static Duration hours(long number) {
    return Duration.ofHours(time(number, "hours"));
  }

  private static long time(long number, String unit) {
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new InvalidValueException(
          number + " " + unit + " is no time of a plan",
          "Use a number from 0 to " + Integer.MAX_VALUE + ".");
    }
    return number;
  }

  /** A VLAN tag of a guest's network card, 1 to 4094. */
  public static VlanOption vlan(int tag) {
    return new VlanOption(tag);
  }

  /** A bond that aggregates its slaves with LACP (802.3ad); the switch must take part. */
  public static Bonding lacp(String name, String... slaves) {
    return Bonding.of(name, BondMode.LACP, slaves);
  }

  /** A bond that uses one slave at a time; needs nothing of the switch. */
  public static Bonding activeBackup(String name, String... slaves) {
    return Bonding.of(name, BondMode.ACTIVE_BACKUP, slaves);
  }

  /** A bond of any mode. */
  public static Bonding bond(String name, BondMode mode, String... slaves) {
    return Bonding.of(name, mode, slaves);
  }

  /** A directory as storage. */
  public static StorageType<StorageSpec.Dir> dir(String id, String path) {
    return StorageType.dir(id, path);
  }

  /**
   * An NFS export as storage.
   *
   * @param server address or name
   */
  public static StorageType<StorageSpec.Nfs> nfs(String id, String server, String export) {
    return StorageType.nfs(id, server, export);
  }

  /**
   * A local ZFS pool as storage.
   *
   * @param pool pool, or pool and dataset: {@code tank/vm}
   */
  public static StorageType<StorageSpec.Zfs> zfs(String id, String pool) {
    return StorageType.zfs(id, pool);
  }

  /** A volume group as storage. */
  public static StorageType<StorageSpec.Lvm> lvm(String id, String vgname) {
    return StorageType.lvm(id, vgname);
  }

  /**
   * An iSCSI target as storage.
   *
   * @param portal address and port: {@code 172.30.20.50} or {@code 172.30.20.50:3260}
   * @param target name of the target (IQN)
   */
  public static StorageType<StorageSpec.Iscsi> iscsi(String id, String portal, String target) {
    return StorageType.iscsi(id, portal, target);
  }

  /** A Ceph pool as storage, where {@code c.cephPool} has not made one already. */
  public static StorageType<StorageSpec.Rbd> rbd(String id, String pool) {
    return StorageType.rbd(id, pool);
  }

  /**
   * A datastore of a Proxmox Backup Server as storage.
   *
   * @param username {@code user@realm} or {@code user@realm!token}
   * @param password where the password or token secret is to be had; never the secret itself
   */
  public static StorageType<StorageSpec.Pbs> pbs(
      String id, String server, String datastore, String username, SecretReference password) {
    return StorageType.pbs(id, server, datastore, username, password);
  }

  /** A secret that scripts take from an environment variable. */
  public static SecretReference fromEnvironment(String variable) {
    return SecretReference.env(variable);
  }

  /** A secret that scripts read from a file on the machine they run on. */
  public static SecretReference fromFile(String path) {
    return SecretReference.file(path);
  }

  /** A secret that scripts ask for. */
  public static SecretReference prompted() {
    return SecretReference.prompt();
  }

  /** The template of a container, in the {@code vztmpl} directory of a storage. */
  public static ContainerTemplate containerTemplate(StorageRef storage, String file) {
    return new ContainerTemplate(storage, file);
  }

  /** An SDN zone of isolated bridges, one on each node. */
  public static ZoneType<ZoneSpec.Plain> simple(String id) {
    return ZoneType.simple(id);
  }

  /** An SDN zone whose VNets are VLANs of a bridge. */
  public static ZoneType<ZoneSpec.Plain> vlanZone(String id, String bridge) {
    return ZoneType.vlan(id, bridge);
  }

  /** An SDN zone whose VNets are VLANs inside a service VLAN. */
  public static ZoneType<ZoneSpec.Plain> qinq(String id, String bridge, int tag) {
    return ZoneType.qinq(id, bridge, tag);
  }

  /** An SDN zone whose VNets are VXLAN tunnels over a network. */
  public static ZoneType<ZoneSpec.Plain> vxlan(String id, NetworkRef network) {
    return ZoneType.vxlan(id, network);
  }

  /**
   * An SDN zone of routed VXLAN tunnels.
   *
   * @param vrfVxlan VXLAN ID of its routing table, 1 to 16777215
   */
  public static ZoneType<ZoneSpec.Evpn> evpn(String id, ControllerRef controller, int vrfVxlan) {
    return ZoneType.evpn(id, controller, vrfVxlan);
  }
}
