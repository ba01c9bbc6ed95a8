package io.pveplan.dsl;

import io.pveplan.model.NameFormat;
import io.pveplan.model.PlanPath;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.CifsStorage;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.EsxiStorage;
import io.pveplan.model.storage.IscsiDirectStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsRecovery;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.NfsVersion;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.Preallocation;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.SmbVersion;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsOverIscsiStorage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.function.Consumer;

/**
 * Scope of a storage: what all types have. Each type has a scope of its own with the rest.
 *
 * <pre>{@code
 * c.storage(nfs("isos", "172.20.50.5", "/export"), s -> s.content(ContentType.ISO).nodes(nodes));
 * c.storage(nfs("more", "172.20.50.5", "/export"), s -> s.options("a b")); // refused: mount options
 * }</pre>
 *
 * @param <S> the scope itself
 * @since 0.1
 */
public abstract sealed class StorageSpec<S extends StorageSpec<S>> extends Scope {

  StorageSpec(Definition definition, String id) {
    super(definition, PlanPath.of("storage", id));
  }

  /** Sets what may lie on the storage; without it the default of its type. */
  public S content(ContentType... content) {
    setEach("content", content, this::addContent);
    return self();
  }

  /** Restricts the storage to nodes; without it all nodes have it. */
  public S nodes(NodeRef... nodes) {
    setEach("nodes", nodes, it -> addNode(NameFormat.NODE.require(it.name())));
    return self();
  }

  /** Restricts the storage to nodes. */
  public S nodes(List<NodeRef> nodes) {
    setEach("nodes", nodes, it -> addNode(NameFormat.NODE.require(it.name())));
    return self();
  }

  /** Switches the storage off: it is declared and not used. */
  public S disabled() {
    set("disabled", true, it -> disable());
    return self();
  }

  abstract S self();

  abstract Object disable();

  abstract Object addContent(ContentType content);

  abstract Object addNode(String node);

  abstract Storage build();

  /**
   * Scope of a directory.
   *
   * <pre>{@code
   * c.storage(dir("files", "/srv/files"), s -> s.shared().content(ContentType.BACKUP));
   * c.storage(dir("more", "/srv/a b"), s -> s.shared()); // refused: is not an absolute path
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Dir extends StorageSpec<Dir> {

    private final DirStorage.Builder storage;

    Dir(Definition definition, DirStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Claims that all nodes see the same files there. */
    public Dir shared() {
      set("shared", true, storage::shared);
      return this;
    }

    /** Sets the format of disks whose own is not told. */
    public Dir format(DiskFormat format) {
      set("format", format, storage::format);
      return this;
    }

    /** Sets what is set aside for a new disk. */
    public Dir preallocation(Preallocation preallocation) {
      set("preallocation", preallocation, storage::preallocation);
      return this;
    }

    /**
     * Makes each snapshot of a disk in qcow2 a file of its own: Proxmox VE 9 only, a technology
     * preview there, and not to be changed later.
     */
    public Dir snapshotsAsVolumeChain() {
      set("snapshotAsVolumeChain", true, storage::snapshotAsVolumeChain);
      return this;
    }

    /** Sets how many backups of a guest are kept, unless the job says otherwise. */
    public Dir pruneBackups(Consumer<? super RetentionSpec> block) {
      RetentionSpec spec = new RetentionSpec(definition, at.child("pruneBackups"));
      declare(spec, block, spec.retention::build).ifPresent(storage::pruneBackups);
      return this;
    }

    /** Sets how many protected backups a guest may have; -1 for any number. */
    public Dir maxProtectedBackups(int count) {
      set("maxProtectedBackups", count, storage::maxProtectedBackups);
      return this;
    }

    @Override
    Dir self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of an NFS export.
   *
   * <pre>{@code
   * c.storage(
   *     nfs("isos", "172.20.50.5", "/export"), s -> s.version(NfsVersion.V4_2).options("nconnect=4"));
   * c.storage(nfs("more", "172.20.50.5", "/export"), s -> s.options("hard, soft")); // refused: options
   * c.storage(nfs("soft", "172.20.50.5", "/soft"), s -> s.hard().options("soft")); // refused: beside hard
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Nfs extends StorageSpec<Nfs> {

    private final NfsStorage.Builder storage;

    Nfs(Definition definition, NfsStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Sets the version of the protocol; the highest that both sides know when not set. */
    public Nfs version(NfsVersion version) {
      set("version", version, storage::version);
      return this;
    }

    /** Lets requests wait until the server answers, as they do when nothing is said. */
    public Nfs hard() {
      set("recovery", NfsRecovery.HARD, storage::recovery);
      return this;
    }

    /**
     * Lets requests fail that the server does not answer: for what is only read, since what is being
     * written is lost.
     */
    public Nfs soft() {
      set("recovery", NfsRecovery.SOFT, storage::recovery);
      return this;
    }

    /** Sets further mount options, without blanks: {@code nconnect=4}. */
    public Nfs options(String options) {
      set("options", options, storage::options);
      return this;
    }

    /** Sets the format of disks whose own is not told. */
    public Nfs format(DiskFormat format) {
      set("format", format, storage::format);
      return this;
    }

    /** Sets what is set aside for a new disk. */
    public Nfs preallocation(Preallocation preallocation) {
      set("preallocation", preallocation, storage::preallocation);
      return this;
    }

    /**
     * Makes each snapshot of a disk in qcow2 a file of its own: Proxmox VE 9 only, a technology
     * preview there, and not to be changed later.
     */
    public Nfs snapshotsAsVolumeChain() {
      set("snapshotAsVolumeChain", true, storage::snapshotAsVolumeChain);
      return this;
    }

    /** Sets how many backups of a guest are kept, unless the job says otherwise. */
    public Nfs pruneBackups(Consumer<? super RetentionSpec> block) {
      RetentionSpec spec = new RetentionSpec(definition, at.child("pruneBackups"));
      declare(spec, block, spec.retention::build).ifPresent(storage::pruneBackups);
      return this;
    }

    /** Sets how many protected backups a guest may have; -1 for any number. */
    public Nfs maxProtectedBackups(int count) {
      set("maxProtectedBackups", count, storage::maxProtectedBackups);
      return this;
    }

    @Override
    Nfs self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a local ZFS pool.
   *
   * <pre>{@code
   * c.storage(zfs("tank-vm", "tank/vm"), s -> s.sparse().blocksize(mib(1)));
   * c.storage(zfs("tank-ct", "tank/ct"), s -> s.blocksize(mib(3))); // refused: is not a power of two
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Zfs extends StorageSpec<Zfs> {

    private final ZfsPoolStorage.Builder storage;

    Zfs(Definition definition, ZfsPoolStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Lets volumes take up only what is written. */
    public Zfs sparse() {
      set("sparse", true, storage::sparse);
      return this;
    }

    /** Sets the block size of volumes; a power of two from 512 B to 16 MiB. */
    public Zfs blocksize(DataSize size) {
      set("blocksize", size, storage::blocksize);
      return this;
    }

    @Override
    Zfs self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a volume group.
   *
   * <pre>{@code
   * c.storage(lvm("san-lvm", "vg_cluster"), s -> s.shared());
   * c.storage(lvm("more-lvm", "vg_more"), s -> s.base("two\nlines")); // refused: is not a line of text
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Lvm extends StorageSpec<Lvm> {

    private final LvmStorage.Builder storage;

    Lvm(Definition definition, LvmStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /**
     * Lets Proxmox VE make the volume group on a LUN.
     *
     * @param volume volume ID of the LUN, for example {@code san1:0.0.1.scsi-36000}; a bare storage
     *     ID, as often written, is reported by rule SHR-014
     */
    public Lvm base(String volume) {
      set("base", volume, storage::base);
      return this;
    }

    /**
     * Says on which LUN the volume group lies, where it is made by hand on one node; several times
     * for a volume group on several LUNs.
     *
     * <pre>{@code
     * var san = c.storage(
     *     iscsi("san", "172.30.20.50", "iqn.2024-02.org.example:san"),
     *     s -> s.lun(1, l -> l.wwid("360000000000000000e00000000010001")));
     * c.storage(lvm("san-lvm", "vg_cluster"), s -> s.on(san, 1).shared());
     * c.storage(lvm("more-lvm", "vg_more"), s -> s.on(san, 2).shared()); // refused: there is no LUN
     * }</pre>
     *
     * @param target the iSCSI storage that offers it
     * @param lun its number there
     * @return this scope
     */
    public Lvm on(StorageRef target, int lun) {
      set("luns", target, it -> storage.addLun(new LunId(it.name(), lun)));
      return this;
    }

    /** Says that the volume group lies on a LUN that all nodes see. */
    public Lvm shared() {
      set("shared", true, storage::shared);
      return this;
    }

    /**
     * Makes new disks qcow2 on a logical volume, and each snapshot of one a volume of its own:
     * Proxmox VE 9 only, and a technology preview there.
     */
    public Lvm snapshotsAsVolumeChain() {
      set("snapshotAsVolumeChain", true, storage::snapshotAsVolumeChain);
      return this;
    }

    @Override
    Lvm self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of an iSCSI target.
   *
   * <pre>{@code
   * c.storage(
   *     iscsi("san", "172.30.20.50", "iqn.2024-02.org.example:lun1"), s -> s.portals("172.30.21.50"));
   * c.storage(
   *     iscsi("san2", "172.30.20.50", "iqn.2024-02.org.example:lun2"), s -> s.portals("x:")); // refused: port
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Iscsi extends StorageSpec<Iscsi> {

    private final IscsiStorage.Builder storage;
    private final String id;

    Iscsi(Definition definition, IscsiStorage.Builder storage, String id) {
      super(definition, id);
      this.id = id;
      this.storage = storage.declaredAt(line);
    }

    /** Adds further portals of the target. */
    public Iscsi portals(String... portals) {
      setEach("portals", portals, it -> storage.addPortal(Portal.parse(it)));
      return this;
    }

    /**
     * Declares a LUN that the target offers.
     *
     * @param number its number, 0 to 16383
     */
    public Iscsi lun(int number) {
      return lun(number, l -> {});
    }

    /**
     * Declares a LUN that the target offers, with what it is known by.
     *
     * @param number its number, 0 to 16383
     * @param block WWID, alias and size
     * @return this scope
     */
    public Iscsi lun(int number, Consumer<? super LunSpec> block) {
      LunSpec spec = new LunSpec(definition, at.child("lun", Integer.toString(number)), number);
      add(
          declare(spec, block, spec.lun::build),
          storage::addLun,
          Integer.toString(number),
          "LUN of " + id);
      return this;
    }

    @Override
    Iscsi self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a Ceph pool.
   *
   * <pre>{@code
   * c.cephPool("archive", p -> p.withoutStorage());
   * c.storage(rbd("ceph-archive", "archive"), s -> s.krbd());
   * c.storage(rbd("ceph-more", "a/b"), s -> s.krbd()); // refused: is not a Ceph pool name
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Rbd extends StorageSpec<Rbd> {

    private final RbdStorage.Builder storage;

    Rbd(Definition definition, RbdStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Lets the kernel map the volumes. */
    public Rbd krbd() {
      set("krbd", true, storage::krbd);
      return this;
    }

    /** Puts the data into an erasure-coded pool; what describes it stays in the replicated one. */
    public Rbd dataPool(String pool) {
      set("dataPool", pool, it -> storage.dataPool(NameFormat.CEPH_POOL.require(it)));
      return this;
    }

    /** Keeps to a namespace of the pool. */
    public Rbd namespace(String namespace) {
      set("namespace", namespace, it -> storage.namespace(NameFormat.LABEL.require(it)));
      return this;
    }

    /** Names the monitors of another Ceph cluster, which the storage lies on then. */
    public Rbd monitors(String... monitors) {
      setEach("monitors", monitors, it -> storage.addMonitor(NameFormat.SERVER.require(it)));
      return this;
    }

    /** Sets the Ceph user, without {@code client.} in front; admin when not set. */
    public Rbd username(String user) {
      set("username", user, it -> storage.username(NameFormat.LABEL.require(it)));
      return this;
    }

    /**
     * Sets the file with the keyring of the user of the other cluster, on the node that adds the
     * storage: the key under its section {@code [client.USER]}, as {@code ceph auth get client.USER}
     * writes it.
     */
    public Rbd keyring(SecretReference file) {
      set("keyring", file, storage::keyring);
      return this;
    }

    @Override
    Rbd self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a file system on Ceph.
   *
   * <pre>{@code
   * c.storage(
   *     cephFsStorage("remote-fs"),
   *     s -> s.monitors("10.0.9.1").keyring(fromFile("/root/remote-fs.secret")).subdir("/pve"));
   * c.storage(cephFsStorage("more-fs"), s -> s.subdir("pve")); // refused: is not an absolute path
   * }</pre>
   *
   * @since 0.1
   */
  public static final class CephFs extends StorageSpec<CephFs> {

    private final CephFsStorage.Builder storage;

    CephFs(Definition definition, CephFsStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Sets the name of the file system; the only one of the cluster when not set. */
    public CephFs fileSystem(String name) {
      set("fileSystem", name, it -> storage.fileSystem(NameFormat.CEPH_POOL.require(it)));
      return this;
    }

    /** Sets the directory that is mounted; the root of the file system when not set. */
    public CephFs subdir(String path) {
      set("subdir", path, it -> storage.subdir(NameFormat.PATH.require(it)));
      return this;
    }

    /** Names the monitors of another Ceph cluster, which the storage lies on then. */
    public CephFs monitors(String... monitors) {
      setEach("monitors", monitors, it -> storage.addMonitor(NameFormat.SERVER.require(it)));
      return this;
    }

    /** Sets the Ceph user, without {@code client.} in front; admin when not set. */
    public CephFs username(String user) {
      set("username", user, it -> storage.username(NameFormat.LABEL.require(it)));
      return this;
    }

    /**
     * Sets the file with the key of the user of the other cluster, on the node that adds the
     * storage: the key alone, as {@code ceph auth get-key client.USER} writes it, without a section.
     */
    public CephFs keyring(SecretReference file) {
      set("keyring", file, storage::keyring);
      return this;
    }

    /** Mounts it by way of FUSE, not by the kernel. */
    public CephFs fuse() {
      set("fuse", true, storage::fuse);
      return this;
    }

    /**
     * Sets the mount options, without blanks: {@code noatime}. One that names the user or the secret
     * is refused, {@link #username} and {@link #keyring} are there for it.
     */
    public CephFs options(String options) {
      set("options", options, storage::options);
      return this;
    }

    /** Sets how many backups of a guest are kept, unless the job says otherwise. */
    public CephFs pruneBackups(Consumer<? super RetentionSpec> block) {
      RetentionSpec spec = new RetentionSpec(definition, at.child("pruneBackups"));
      declare(spec, block, spec.retention::build).ifPresent(storage::pruneBackups);
      return this;
    }

    /** Sets how many protected backups a guest may have; -1 for any number. */
    public CephFs maxProtectedBackups(int count) {
      set("maxProtectedBackups", count, storage::maxProtectedBackups);
      return this;
    }

    @Override
    CephFs self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a datastore of a Proxmox Backup Server.
   *
   * <pre>{@code
   * c.storage(
   *     pbs("pbs1", "172.20.50.6", "store1", "a@pbs", prompted()), s -> s.namespace("prod/site1"));
   * c.storage(
   *     pbs("pbs2", "172.20.50.6", "store1", "a@pbs", prompted()), s -> s.namespace("/")); // refused: namespace
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Pbs extends StorageSpec<Pbs> {

    private final PbsStorage.Builder storage;

    Pbs(Definition definition, PbsStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Sets the namespace, for example {@code prod/site1}. */
    public Pbs namespace(String namespace) {
      set("namespace", namespace, storage::namespace);
      return this;
    }

    /** Sets the SHA-256 fingerprint of the certificate. */
    public Pbs fingerprint(String fingerprint) {
      set("fingerprint", fingerprint, storage::fingerprint);
      return this;
    }

    /** Sets how many backups of a guest are kept, unless the job says otherwise. */
    public Pbs pruneBackups(Consumer<? super RetentionSpec> block) {
      RetentionSpec spec = new RetentionSpec(definition, at.child("pruneBackups"));
      declare(spec, block, spec.retention::build).ifPresent(storage::pruneBackups);
      return this;
    }

    /** Sets how many protected backups a guest may have; -1 for any number. */
    public Pbs maxProtectedBackups(int count) {
      set("maxProtectedBackups", count, storage::maxProtectedBackups);
      return this;
    }

    @Override
    Pbs self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a CIFS share.
   *
   * <pre>{@code
   * c.storage(cifs("files", "172.20.50.5", "pve"), s -> s.login("pve", fromFile("/root/smb")));
   * c.storage(cifs("more", "172.20.50.5", "pve"), s -> s.subdir("a/b")); // refused: an absolute path
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Cifs extends StorageSpec<Cifs> {

    private final CifsStorage.Builder storage;

    Cifs(Definition definition, CifsStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /**
     * Sets user and password; without them the nodes are guests of the server.
     *
     * @param username user of the share
     * @param password where the password is to be had; never the password itself
     */
    public Cifs login(String username, SecretReference password) {
      set("username", username, storage::username);
      set("password", password, storage::password);
      return this;
    }

    /** Sets the Windows domain or work group of the user. */
    public Cifs domain(String domain) {
      set("domain", domain, storage::domain);
      return this;
    }

    /** Sets the version of the protocol; without it the kernel chooses. */
    public Cifs smbVersion(SmbVersion version) {
      set("smbVersion", version, storage::smbVersion);
      return this;
    }

    /** Mounts a directory of the share instead of its root: {@code /pve}. */
    public Cifs subdir(String path) {
      set("subdir", path, storage::subdir);
      return this;
    }

    /**
     * Sets the mount options, without blanks: {@code echo_interval=30}. One that names the user, the
     * password or the domain is refused, {@link #login} and {@link #domain} are there for it.
     */
    public Cifs options(String options) {
      set("options", options, storage::options);
      return this;
    }

    /** Sets the format of disks whose own is not told. */
    public Cifs format(DiskFormat format) {
      set("format", format, storage::format);
      return this;
    }

    /** Sets what is set aside for a new disk. */
    public Cifs preallocation(Preallocation preallocation) {
      set("preallocation", preallocation, storage::preallocation);
      return this;
    }

    /**
     * Makes each snapshot of a disk in qcow2 a file of its own: Proxmox VE 9 only, a technology
     * preview there, and not to be changed later.
     */
    public Cifs snapshotsAsVolumeChain() {
      set("snapshotAsVolumeChain", true, storage::snapshotAsVolumeChain);
      return this;
    }

    /** Sets how many backups of a guest are kept, unless the job says otherwise. */
    public Cifs pruneBackups(Consumer<? super RetentionSpec> block) {
      RetentionSpec spec = new RetentionSpec(definition, at.child("pruneBackups"));
      declare(spec, block, spec.retention::build).ifPresent(storage::pruneBackups);
      return this;
    }

    /** Sets how many protected backups a guest may have; -1 for any number. */
    public Cifs maxProtectedBackups(int count) {
      set("maxProtectedBackups", count, storage::maxProtectedBackups);
      return this;
    }

    @Override
    Cifs self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a Btrfs file system.
   *
   * <pre>{@code
   * c.storage(btrfs("fast", "/srv/fast"), s -> s.nocow());
   * c.storage(btrfs("more", "srv"), s -> {}); // refused: is not an absolute path
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Btrfs extends StorageSpec<Btrfs> {

    private final BtrfsStorage.Builder storage;

    Btrfs(Definition definition, BtrfsStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Writes raw disks in place, which gives up checksums and compression for them. */
    public Btrfs nocow() {
      set("nocow", true, storage::nocow);
      return this;
    }

    /** Sets what is set aside for a new disk in raw. */
    public Btrfs preallocation(Preallocation preallocation) {
      set("preallocation", preallocation, storage::preallocation);
      return this;
    }

    /** Sets how many backups of a guest are kept, unless the job says otherwise. */
    public Btrfs pruneBackups(Consumer<? super RetentionSpec> block) {
      RetentionSpec spec = new RetentionSpec(definition, at.child("pruneBackups"));
      declare(spec, block, spec.retention::build).ifPresent(storage::pruneBackups);
      return this;
    }

    /** Sets how many protected backups a guest may have; -1 for any number. */
    public Btrfs maxProtectedBackups(int count) {
      set("maxProtectedBackups", count, storage::maxProtectedBackups);
      return this;
    }

    @Override
    Btrfs self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a thin pool of LVM, which is always local.
   *
   * <pre>{@code
   * c.storage(lvmThin("fast", "pve", "data"), s -> s.nodes(nodes));
   * c.storage(lvmThin("more", "pve", "d"), s -> {}); // refused: is not an LVM name
   * }</pre>
   *
   * @since 0.1
   */
  public static final class LvmThin extends StorageSpec<LvmThin> {

    private final LvmThinStorage.Builder storage;

    LvmThin(Definition definition, LvmThinStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    @Override
    LvmThin self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of an iSCSI target that QEMU opens itself.
   *
   * <pre>{@code
   * c.storage(iscsiDirect("san", "172.30.20.50", "iqn.2024-02.org.example:lun1"), s -> {});
   * c.storage(iscsiDirect("san2", "172.30.20.50", "lun1"), s -> {}); // refused: an iSCSI target
   * }</pre>
   *
   * @since 0.1
   */
  public static final class IscsiDirect extends StorageSpec<IscsiDirect> {

    private final IscsiDirectStorage.Builder storage;

    IscsiDirect(Definition definition, IscsiDirectStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    @Override
    IscsiDirect self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of a ZFS pool of an iSCSI server.
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
   * @since 0.1
   */
  public static final class ZfsOverIscsi extends StorageSpec<ZfsOverIscsi> {

    private final ZfsOverIscsiStorage.Builder storage;

    ZfsOverIscsi(Definition definition, ZfsOverIscsiStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Lets volumes take up only what is written. */
    public ZfsOverIscsi sparse() {
      set("sparse", true, storage::sparse);
      return this;
    }

    @Override
    ZfsOverIscsi self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }

  /**
   * Scope of an ESXi host to import from.
   *
   * <pre>{@code
   * c.storage(esxi("old", "172.20.0.9", "root", prompted()), s -> s.skipCertVerification());
   * c.storage(esxi("more", "172.20.0.9", "a b", prompted()), s -> {}); // refused: is not a user
   * }</pre>
   *
   * @since 0.1
   */
  public static final class Esxi extends StorageSpec<Esxi> {

    private final EsxiStorage.Builder storage;

    Esxi(Definition definition, EsxiStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Takes any certificate of the host. */
    public Esxi skipCertVerification() {
      set("skipCertVerification", true, storage::skipCertVerification);
      return this;
    }

    @Override
    Esxi self() {
      return this;
    }

    @Override
    Object addContent(ContentType content) {
      return storage.addContent(content);
    }

    @Override
    Object addNode(String node) {
      return storage.addNode(node);
    }

    @Override
    Object disable() {
      return storage.disabled(true);
    }

    @Override
    Storage build() {
      return storage.build();
    }
  }
}
