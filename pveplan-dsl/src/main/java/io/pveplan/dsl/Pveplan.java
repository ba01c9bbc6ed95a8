package io.pveplan.dsl;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.PlanDefinitionException;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.network.BondMode;
import io.pveplan.model.storage.IscsiProvider;
import io.pveplan.model.unit.DataRate;
import io.pveplan.model.unit.DataSize;
import io.pveplan.model.unit.Length;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Where a plan begins. Meant to be imported statically: everything a plan is built from is here.
 *
 * <pre>{@code
 * import static io.pveplan.dsl.Pveplan.*;
 *
 * ClusterPlan plan = cluster("prod", c -> {
 *   var mgmt = c.network("mgmt", "10.20.0.0/24", net -> net.carries(MANAGEMENT));
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
   * <pre>{@code
   * ClusterPlan plan = cluster("prod", c -> c.node("pve1", n -> {}));
   * cluster("a-name-of-16-cha", c -> {}); // refused: at most 15
   * }</pre>
   *
   * @param name name of the cluster: 15 letters, digits and inner dashes at most; it can never be
   *     changed later
   * @param block what the cluster consists of
   * @return the plan
   * @throws PlanDefinitionException if anything in it can not be, with all reasons and their lines
   *     at once
   */
  public static ClusterPlan cluster(String name, Consumer<? super ClusterSpec> block) {
    ClusterSpec spec = new ClusterSpec(new Definition(), name);
    Scope.run(spec, block);
    return spec.freeze();
  }

  /**
   * What the virtual machines of a fleet have in common.
   *
   * <pre>{@code
   * var shop = vmProfile("shop", v -> v.cores(4).memory(gib(8)).spreadOver(nodes));
   * c.vms(vmids(300, 319), shop);                      // shop01 to shop20
   * c.vms(vmids(320, 321), vmProfile("s p", v -> {})); // refused: is not the name of a profile
   * }</pre>
   *
   * @param name what the names of the guests begin with: letters, digits and dashes, a letter first
   * @param block what is said of each guest
   * @return the profile, which may be used for several ranges
   */
  public static VmProfile vmProfile(String name, Consumer<? super VmSpec> block) {
    return new VmProfile(name, block);
  }

  /**
   * What the containers of a fleet have in common.
   *
   * <pre>{@code
   * var image = containerTemplate(nas, "debian-13.tar.zst");
   * var dns = containerProfile("dns", image, vmDisks, gib(4), t -> t.memory(mib(512)).nic("vmbr0"));
   * c.containers(vmids(310, 311), dns);         // dns01 and dns02
   * c.containers(vmids(313, 312), dns);         // refused: ends before it begins
   * }</pre>
   *
   * @param name what the names of the containers begin with: letters, digits and dashes, a letter
   *     first
   * @param template storage and file name of the template they are made from
   * @param rootfs storage of their root file systems
   * @param size size of each root file system
   * @param block what is said of each container
   * @return the profile, which may be used for several ranges
   */
  public static ContainerProfile containerProfile(
      String name,
      ContainerTemplate template,
      StorageRef rootfs,
      DataSize size,
      Consumer<? super ContainerSpec> block) {
    return new ContainerProfile(name, template, rootfs, size, block);
  }

  /**
   * VMIDs side by side, for the guests of a profile.
   *
   * <pre>{@code
   * var shop = vmProfile("shop", v -> v.cores(4));
   * c.vms(vmids(300, 319), shop);
   * c.vms(vmids(339, 320), shop); // refused: ends before it begins
   * }</pre>
   *
   * @param first VMID of the first guest, 100 to 999999999
   * @param last VMID of the last guest; 100000 guests at most
   * @return the range
   * @throws InvalidValueException if there is no such range; inside of a block that is a problem of
   *     the plan, which is read on
   */
  public static VmidRange vmids(int first, int last) {
    return Scope.leaf(() -> VmidRange.of(first, last), () -> VmidRange.standIn(first, last));
  }

  /**
   * A size in units of 2^30 bytes.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.disk(vmDisks, gib(8)));
   * c.vm(301, "web02", v -> v.disk(vmDisks, gib(-1))); // refused: is a negative size
   * }</pre>
   *
   * @param number how many
   * @return the size
   * @throws InvalidValueException if the number is negative or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataSize gib(long number) {
    return Scope.leaf(() -> DataSize.gib(number), () -> DataSize.gib(1));
  }

  /**
   * A size in units of 2^10 bytes.
   *
   * <pre>{@code
   * c.storage(zfs("tank-vm", "tank/vm"), s -> s.blocksize(kib(16)));
   * c.storage(zfs("tank-vm", "tank/vm"), s -> s.blocksize(kib(-1))); // refused: is a negative size
   * }</pre>
   *
   * @param number how many
   * @return the size
   * @throws InvalidValueException if the number is negative or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataSize kib(long number) {
    return Scope.leaf(() -> DataSize.kib(number), () -> DataSize.gib(1));
  }

  /**
   * A size in units of 2^20 bytes.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.disk(vmDisks, mib(512)));
   * c.vm(301, "web02", v -> v.disk(vmDisks, mib(-1))); // refused: is a negative size
   * }</pre>
   *
   * @param number how many
   * @return the size
   * @throws InvalidValueException if the number is negative or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataSize mib(long number) {
    return Scope.leaf(() -> DataSize.mib(number), () -> DataSize.gib(1));
  }

  /**
   * A size in units of 2^40 bytes.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.disk(vmDisks, tib(2)));
   * c.vm(301, "web02", v -> v.disk(vmDisks, tib(-1))); // refused: is a negative size
   * }</pre>
   *
   * @param number how many
   * @return the size
   * @throws InvalidValueException if the number is negative or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataSize tib(long number) {
    return Scope.leaf(() -> DataSize.tib(number), () -> DataSize.gib(1));
  }

  /**
   * A size in units of 10^9 bytes, as disks are sold.
   *
   * <pre>{@code
   * n.hardware(h -> h.disk("/dev/sda", gb(4), DiskKind.SSD));
   * n.hardware(h -> h.disk("/dev/sdb", gb(-4), DiskKind.SSD)); // refused: is a negative size
   * }</pre>
   *
   * @param number how many
   * @return the size
   * @throws InvalidValueException if the number is negative or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataSize gb(long number) {
    return Scope.leaf(() -> DataSize.gb(number), () -> DataSize.gib(1));
  }

  /**
   * A size in units of 10^12 bytes, as disks are sold.
   *
   * <pre>{@code
   * n.hardware(h -> h.disk("/dev/sda", tb(4), DiskKind.SSD));
   * n.hardware(h -> h.disk("/dev/sdb", tb(-4), DiskKind.SSD)); // refused: is a negative size
   * }</pre>
   *
   * @param number how many
   * @return the size
   * @throws InvalidValueException if the number is negative or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataSize tb(long number) {
    return Scope.leaf(() -> DataSize.tb(number), () -> DataSize.gib(1));
  }

  /**
   * A length in meters.
   *
   * <pre>{@code
   * n.nic("eno8").cable("eno8", sw1.port(8), k -> k.length(meters(3)));
   * n.nic("eno9").cable("eno9", sw1.port(9), k -> k.length(meters(0))); // refused: is outside 1cm
   * }</pre>
   *
   * @param number how many, 1 to 100000
   * @return the length
   * @throws InvalidValueException if the number is out of range; inside of a block that is a problem
   *     of the plan, which is read on
   */
  public static Length meters(int number) {
    return Scope.leaf(() -> Length.meters(number), () -> Length.meters(1));
  }

  /**
   * A length in centimeters.
   *
   * <pre>{@code
   * n.nic("eno8").cable("eno8", sw1.port(8), k -> k.length(centimeters(50)));
   * n.nic("eno9").cable("eno9", sw1.port(9), k -> k.length(centimeters(-1))); // refused: outside
   * }</pre>
   *
   * @param number how many, 1 to 10000000
   * @return the length
   * @throws InvalidValueException if the number is out of range; inside of a block that is a problem
   *     of the plan, which is read on
   */
  public static Length centimeters(int number) {
    return Scope.leaf(() -> Length.centimeters(number), () -> Length.meters(1));
  }

  /**
   * A rate in units of 10^9 bits per second.
   *
   * <pre>{@code
   * n.nic("eno8", b -> b.speed(gbit(25)));
   * n.nic("eno9", b -> b.speed(gbit(0))); // refused: moves no data
   * }</pre>
   *
   * @param number how many, 1 or more
   * @return the rate
   * @throws InvalidValueException if the number is below 1 or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataRate gbit(long number) {
    return Scope.leaf(() -> DataRate.gbit(number), () -> DataRate.gbit(1));
  }

  /**
   * A rate in units of 10^6 bits per second.
   *
   * <pre>{@code
   * n.nic("eno8", b -> b.speed(mbit(100)));
   * n.nic("eno9", b -> b.speed(mbit(0))); // refused: moves no data
   * }</pre>
   *
   * @param number how many, 1 or more
   * @return the rate
   * @throws InvalidValueException if the number is below 1 or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataRate mbit(long number) {
    return Scope.leaf(() -> DataRate.mbit(number), () -> DataRate.gbit(1));
  }

  /**
   * A rate in units of 10^6 bytes per second, as replication jobs are limited.
   *
   * <pre>{@code
   * c.replicate(web, nodeB, s -> s.rate(megabytesPerSecond(100)));
   * c.replicate(db, nodeB, s -> s.rate(megabytesPerSecond(0))); // refused: moves no data
   * }</pre>
   *
   * @param number how many, 1 or more
   * @return the rate
   * @throws InvalidValueException if the number is below 1 or too large; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static DataRate megabytesPerSecond(long number) {
    return Scope.leaf(() -> DataRate.megabytesPerSecond(number), () -> DataRate.gbit(1));
  }

  /**
   * A time in milliseconds.
   *
   * <pre>{@code
   * c.storageServer("nas", s -> s.latency(milliseconds(2)));
   * c.storageServer("san", s -> s.latency(milliseconds(-2))); // refused: is no time of a plan
   * }</pre>
   *
   * @param number how many, 0 to 2147483647
   * @return the time
   * @throws InvalidValueException if the number is out of range; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static Duration milliseconds(long number) {
    return time(number, "milliseconds", Duration::ofMillis);
  }

  /**
   * A time in seconds.
   *
   * <pre>{@code
   * c.openIscsi(i -> i.replacementTimeout(seconds(15)));
   * c.openIscsi(i -> i.replacementTimeout(seconds(-1))); // refused: is no time of a plan
   * }</pre>
   *
   * @param number how many, 0 to 2147483647
   * @return the time
   * @throws InvalidValueException if the number is out of range; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static Duration seconds(long number) {
    return time(number, "seconds", Duration::ofSeconds);
  }

  /**
   * A time in minutes.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.rpo(minutes(15)));
   * c.vm(301, "web02", v -> v.rpo(minutes(-1))); // refused: is no time of a plan
   * }</pre>
   *
   * @param number how many, 0 to 2147483647
   * @return the time
   * @throws InvalidValueException if the number is out of range; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static Duration minutes(long number) {
    return time(number, "minutes", Duration::ofMinutes);
  }

  /**
   * A time in hours.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.rpo(hours(1)));
   * c.vm(301, "web02", v -> v.rpo(hours(-1))); // refused: is no time of a plan
   * }</pre>
   *
   * @param number how many, 0 to 2147483647
   * @return the time
   * @throws InvalidValueException if the number is out of range; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static Duration hours(long number) {
    return time(number, "hours", Duration::ofHours);
  }

  private static Duration time(long number, String unit, LongFunction<Duration> time) {
    return Scope.leaf(
        () -> {
          if (number < 0 || number > Integer.MAX_VALUE) {
            throw new InvalidValueException(
                number + " " + unit + " is no time of a plan",
                "Use a number from 0 to " + Integer.MAX_VALUE + ".");
          }
          return time.apply(number);
        },
        () -> Duration.ofMinutes(1));
  }

  /**
   * A VLAN tag of a guest's network card.
   *
   * <pre>{@code
   * c.vm(300, "web01", v -> v.nic("vmbr1", vlan(110)));
   * c.vm(301, "web02", v -> v.nic("vmbr1", vlan(4095))); // refused: is not a VLAN tag
   * }</pre>
   *
   * @param tag 1 to 4094; checked where it is used
   * @return the tag
   */
  public static VlanOption vlan(int tag) {
    return new VlanOption(tag);
  }

  /**
   * A bond that aggregates its slaves with LACP (802.3ad); the switch must take part.
   *
   * <pre>{@code
   * n.bond(lacp("bond0", "eno1", "eno2").hashPolicy(HashPolicy.LAYER3_4).fast(), ring.host(11));
   * n.bond(lacp("bond1", "eno3", "eno3")); // refused: has slave eno3 twice
   * }</pre>
   *
   * @param name name: bond and a number
   * @param slaves network cards
   * @return the bond
   */
  public static Bonding lacp(String name, String... slaves) {
    return Bonding.of(name, BondMode.LACP, slaves);
  }

  /**
   * A bond that uses one slave at a time; needs nothing of the switch.
   *
   * <pre>{@code
   * n.bridge("vmbr0", b -> b.over(activeBackup("bond0", "eno1", "eno2").primary("eno1")));
   * n.bond(activeBackup("bond1", "eno3", "eno4").primary("eno9")); // refused: is not a slave
   * }</pre>
   *
   * @param name name: bond and a number
   * @param slaves network cards
   * @return the bond
   */
  public static Bonding activeBackup(String name, String... slaves) {
    return Bonding.of(name, BondMode.ACTIVE_BACKUP, slaves);
  }

  /** Options of a bridge port, none of them set. */
  public static PortOptions portOptions() {
    return PortOptions.none();
  }

  /**
   * A bond of any mode.
   *
   * <pre>{@code
   * n.bond(bond("bond0", BondMode.BALANCE_XOR, "eno1", "eno2").hashPolicy(HashPolicy.LAYER2));
   * n.bond(bond("lag1", BondMode.BALANCE_XOR, "eno3")); // refused: is not a bond name
   * }</pre>
   *
   * @param name name: bond and a number
   * @param mode how the slaves are used
   * @param slaves network cards
   * @return the bond
   */
  public static Bonding bond(String name, BondMode mode, String... slaves) {
    return Bonding.of(name, mode, slaves);
  }

  /**
   * A directory as storage.
   *
   * <pre>{@code
   * c.storage(dir("files", "/srv/files"), s -> s.shared());
   * c.storage(dir("more", "srv"), s -> {}); // refused: is not an absolute path
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param path absolute path
   * @return the storage
   */
  public static StorageType<StorageSpec.Dir> dir(String id, String path) {
    return StorageType.dir(id, path);
  }

  /**
   * An NFS export as storage.
   *
   * <pre>{@code
   * c.storage(nfs("isos", "172.20.50.5", "/export/isos"), s -> s.options("vers=4.2"));
   * c.storage(nfs("more", "nas 2", "/export"), s -> {}); // refused: is not an IP address
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param server address or name
   * @param export exported path
   * @return the storage
   */
  public static StorageType<StorageSpec.Nfs> nfs(String id, String server, String export) {
    return StorageType.nfs(id, server, export);
  }

  /**
   * A local ZFS pool as storage.
   *
   * <pre>{@code
   * c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse().nodes(nodes));
   * c.storage(zfs("logs", "log"), s -> {}); // refused: is not a ZFS pool
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param pool pool, or pool and dataset: {@code tank/vm}
   * @return the storage
   */
  public static StorageType<StorageSpec.Zfs> zfs(String id, String pool) {
    return StorageType.zfs(id, pool);
  }

  /**
   * A volume group as storage.
   *
   * <pre>{@code
   * c.storage(lvm("san-lvm", "vg_cluster"), s -> s.shared());
   * c.storage(lvm("more-lvm", "vg cluster"), s -> {}); // refused: is not an LVM name
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param vgname name of the volume group
   * @return the storage
   */
  public static StorageType<StorageSpec.Lvm> lvm(String id, String vgname) {
    return StorageType.lvm(id, vgname);
  }

  /**
   * An iSCSI target as storage.
   *
   * <pre>{@code
   * c.storage(
   *     iscsi("san", "172.30.20.50", "iqn.2024-02.org.example:lun1"),
   *     s -> s.portals("172.30.21.50").content(ContentType.NONE));
   * c.storage(iscsi("san2", "172.30.20.50", "lun1"), s -> {}); // refused: is not an iSCSI target
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param portal address and port: {@code 172.30.20.50} or {@code 172.30.20.50:3260}
   * @param target name of the target (IQN)
   * @return the storage
   */
  public static StorageType<StorageSpec.Iscsi> iscsi(String id, String portal, String target) {
    return StorageType.iscsi(id, portal, target);
  }

  /**
   * A Ceph pool as storage, where {@code c.cephPool} has not made one already.
   *
   * <pre>{@code
   * c.cephPool("archive", p -> p.withoutStorage());
   * c.storage(rbd("ceph-archive", "archive"), s -> s.krbd());
   * c.storage(rbd("ceph-more", "more"), s -> {}); // refused: there is no Ceph pool
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param pool name of the Ceph pool
   * @return the storage
   */
  public static StorageType<StorageSpec.Rbd> rbd(String id, String pool) {
    return StorageType.rbd(id, pool);
  }

  /**
   * A file system on Ceph as storage, where {@code c.cephFs} has not made one already.
   *
   * <pre>{@code
   * c.storage(
   *     cephFsStorage("remote-fs"),
   *     s -> s.monitors("10.0.9.1", "10.0.9.2").keyring(fromFile("/root/remote-fs.secret")));
   * c.storage(cephFsStorage("more-fs"), s -> s.fileSystem("more")); // refused: there is no CephFS
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @return the storage
   */
  public static StorageType<StorageSpec.CephFs> cephFsStorage(String id) {
    return StorageType.cephFs(id);
  }

  /**
   * A datastore of a Proxmox Backup Server as storage.
   *
   * <pre>{@code
   * c.storage(
   *     pbs("pbs1", "172.20.50.6", "store1", "cluster@pbs!plan", fromFile("/root/pbs-token")),
   *     s -> s.namespace("prod"));
   * c.storage(pbs("pbs2", "172.20.50.6", "store1", "root", prompted()), s -> {}); // refused: a user
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param server address or name
   * @param datastore name of the datastore
   * @param username {@code user@realm} or {@code user@realm!token}
   * @param password where the password or token secret is to be had; never the secret itself
   * @return the storage
   */
  public static StorageType<StorageSpec.Pbs> pbs(
      String id, String server, String datastore, String username, SecretReference password) {
    return StorageType.pbs(id, server, datastore, username, password);
  }

  /**
   * A share of a CIFS (SMB) server as storage.
   *
   * <pre>{@code
   * c.storage(cifs("files", "172.20.50.5", "pve"), s -> s.login("pve", fromFile("/root/smb")));
   * c.storage(cifs("more", "172.20.50.5", "a/b"), s -> {}); // refused: is not a share
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param server address or name
   * @param share name of the share
   * @return the storage
   */
  public static StorageType<StorageSpec.Cifs> cifs(String id, String server, String share) {
    return StorageType.cifs(id, server, share);
  }

  /**
   * A Btrfs file system of each node as storage.
   *
   * <pre>{@code
   * c.storage(btrfs("fast", "/srv/fast"), s -> s.content(ContentType.IMAGES));
   * c.storage(btrfs("more", "srv"), s -> {}); // refused: is not an absolute path
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param path absolute path on the file system
   * @return the storage
   */
  public static StorageType<StorageSpec.Btrfs> btrfs(String id, String path) {
    return StorageType.btrfs(id, path);
  }

  /**
   * A thin pool of a local volume group as storage.
   *
   * <pre>{@code
   * c.storage(lvmThin("fast", "pve", "data"), s -> s.nodes(nodes));
   * c.storage(lvmThin("more", "pve", "d"), s -> {}); // refused: is not an LVM name
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param vgname name of the volume group
   * @param thinPool name of the thin pool
   * @return the storage
   */
  public static StorageType<StorageSpec.LvmThin> lvmThin(
      String id, String vgname, String thinPool) {
    return StorageType.lvmThin(id, vgname, thinPool);
  }

  /**
   * An iSCSI target whose LUNs QEMU opens itself, as storage.
   *
   * <pre>{@code
   * c.storage(iscsiDirect("san", "172.30.20.50", "iqn.2024-02.org.example:lun1"), s -> {});
   * c.storage(iscsiDirect("san2", "172.30.20.50", "lun1"), s -> {}); // refused: an iSCSI target
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param portal address and port: {@code 172.30.20.50} or {@code 172.30.20.50:3260}
   * @param target name of the target (IQN)
   * @return the storage
   */
  public static StorageType<StorageSpec.IscsiDirect> iscsiDirect(
      String id, String portal, String target) {
    return StorageType.iscsiDirect(id, portal, target);
  }

  /**
   * A ZFS pool of an iSCSI server as storage (ZFS over iSCSI), on any target software but LIO.
   *
   * <pre>{@code
   * c.storage(
   *     zfsOverIscsi(
   *         "zsan", "172.30.20.50", "iqn.2024-02.org.example:z", "tank", mib(1), IscsiProvider.ISTGT),
   *     s -> s.sparse());
   * c.storage(
   *     zfsOverIscsi(
   *         "zsan2", "172.30.20.50", "iqn.2024-02.org.example:z", "tank", mib(1), IscsiProvider.LIO),
   *     s -> s.sparse()); // refused: is on LIO and has no target portal group
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param server address or name, without port
   * @param target name of the target (IQN)
   * @param pool pool of the server, or pool and dataset
   * @param blocksize block size of volumes; a power of two from 512 B to 16 MiB
   * @param provider target software of the server
   * @return the storage
   */
  public static StorageType<StorageSpec.ZfsOverIscsi> zfsOverIscsi(
      String id,
      String server,
      String target,
      String pool,
      DataSize blocksize,
      IscsiProvider provider) {
    return StorageType.zfsOverIscsi(id, server, target, pool, blocksize, provider);
  }

  /**
   * A ZFS pool of an iSCSI server with LIO as storage (ZFS over iSCSI).
   *
   * <pre>{@code
   * c.storage(
   *     zfsOverLio("zsan", "172.30.20.50", "iqn.2024-02.org.example:z", "tank", DataSize.kib(16), "tpg1"),
   *     s -> s.sparse());
   * c.storage(
   *     zfsOverLio("zsan2", "172.30.20.50", "iqn.2024-02.org.example:z", "tank", DataSize.kib(16), "1"),
   *     s -> s.sparse()); // refused: is not a target portal group
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param server address or name, without port
   * @param target name of the target (IQN)
   * @param pool pool of the server, or pool and dataset
   * @param blocksize block size of volumes; a power of two from 512 B to 16 MiB
   * @param tpg target portal group: {@code tpg1}
   * @return the storage
   */
  public static StorageType<StorageSpec.ZfsOverIscsi> zfsOverLio(
      String id, String server, String target, String pool, DataSize blocksize, String tpg) {
    return StorageType.zfsOverLio(id, server, target, pool, blocksize, tpg);
  }

  /**
   * An ESXi host as storage, to import virtual machines from.
   *
   * <pre>{@code
   * c.storage(esxi("old", "172.20.0.9", "root", prompted()), s -> s.skipCertVerification());
   * c.storage(esxi("more", "172.20.0.9", "a b", prompted()), s -> {}); // refused: is not a user
   * }</pre>
   *
   * @param id storage ID: two letters, digits, dots, dashes and underscores or more
   * @param server address or name
   * @param username user of the host
   * @param password where the password is to be had; never the password itself
   * @return the storage
   */
  public static StorageType<StorageSpec.Esxi> esxi(
      String id, String server, String username, SecretReference password) {
    return StorageType.esxi(id, server, username, password);
  }

  /**
   * A secret that scripts take from an environment variable.
   *
   * @param variable upper-case letters, digits and underscores, no digit first
   * @return the reference
   * @throws InvalidValueException if the name is of another form; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static SecretReference fromEnvironment(String variable) {
    return Scope.leaf(() -> SecretReference.env(variable), SecretReference::prompt);
  }

  /**
   * A secret that scripts read from a file on the machine they run on.
   *
   * @param path absolute path
   * @return the reference
   * @throws InvalidValueException if the path is of another form; inside of a block that is a
   *     problem of the plan, which is read on
   */
  public static SecretReference fromFile(String path) {
    return Scope.leaf(() -> SecretReference.file(path), SecretReference::prompt);
  }

  /**
   * A secret that scripts ask for.
   *
   * @return the reference
   */
  public static SecretReference prompted() {
    return SecretReference.prompt();
  }

  /**
   * The template of a container, in the {@code vztmpl} directory of a storage.
   *
   * <pre>{@code
   * c.container(310, "dns", containerTemplate(nas, "debian-13.tar.zst"), vmDisks, gib(4), t -> {});
   * c.container(311, "ns", containerTemplate(nas, "a b"), vmDisks, gib(4), t -> {}); // refused: file
   * }</pre>
   *
   * @param storage the storage it lies on
   * @param file name of the file
   * @return the template
   */
  public static ContainerTemplate containerTemplate(StorageRef storage, String file) {
    return new ContainerTemplate(storage, file);
  }

  /**
   * An SDN zone of isolated bridges, one on each node.
   *
   * <pre>{@code
   * c.zone(simple("lab"), z -> z.ipam("pve").dhcp());
   * c.zone(simple("1lab"), z -> {}); // refused: is not an SDN id
   * }</pre>
   *
   * @param id zone ID, at most 8 letters and digits
   * @return the zone
   */
  public static ZoneType<ZoneSpec.Plain> simple(String id) {
    return ZoneType.simple(id);
  }

  /**
   * An SDN zone whose VNets are VLANs of a bridge.
   *
   * <pre>{@code
   * c.zone(vlanZone("tenants", "vmbr1"), z -> {});
   * c.zone(vlanZone("others", "vmbr9"), z -> {}); // refused: there is no bridge
   * }</pre>
   *
   * @param id zone ID, at most 8 letters and digits
   * @param bridge name of the bridge
   * @return the zone
   */
  public static ZoneType<ZoneSpec.Plain> vlanZone(String id, String bridge) {
    return ZoneType.vlan(id, bridge);
  }

  /**
   * An SDN zone whose VNets are VLANs inside a service VLAN.
   *
   * <pre>{@code
   * c.zone(qinq("tenants", "vmbr1", 20), z -> {});
   * c.zone(qinq("others", "vmbr1", 4095), z -> {}); // refused: is not a VLAN tag
   * }</pre>
   *
   * @param id zone ID, at most 8 letters and digits
   * @param bridge name of the bridge
   * @param tag tag of the service VLAN, 1 to 4094
   * @return the zone
   */
  public static ZoneType<ZoneSpec.Plain> qinq(String id, String bridge, int tag) {
    return ZoneType.qinq(id, bridge, tag);
  }

  /**
   * An SDN zone whose VNets are VXLAN tunnels over a network.
   *
   * <pre>{@code
   * c.zone(vxlan("tunnels", ring), z -> z.mtu(1450));
   * c.zone(vxlan("others", ring), z -> z.mtu(576)); // refused: is outside 1280 to 65520
   * }</pre>
   *
   * @param id zone ID, at most 8 letters and digits
   * @param network the network the tunnels run over
   * @return the zone
   */
  public static ZoneType<ZoneSpec.Plain> vxlan(String id, NetworkRef network) {
    return ZoneType.vxlan(id, network);
  }

  /**
   * An SDN zone of routed VXLAN tunnels.
   *
   * <pre>{@code
   * c.zone(evpn("routed", ev, 10000), z -> z.exitNodes(nodeA, nodeB));
   * c.zone(evpn("others", ev, 0), z -> {}); // refused: is outside 1 to 16777215
   * }</pre>
   *
   * @param id zone ID, at most 8 letters and digits
   * @param controller the controller
   * @param vrfVxlan VXLAN ID of its routing table, 1 to 16777215
   * @return the zone
   */
  public static ZoneType<ZoneSpec.Evpn> evpn(String id, ControllerRef controller, int vrfVxlan) {
    return ZoneType.evpn(id, controller, vrfVxlan);
  }
}
