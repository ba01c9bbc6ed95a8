package io.pveplan.dsl;

import io.pveplan.model.PlanPath;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import io.pveplan.model.unit.DataSize;
import java.util.Arrays;
import java.util.List;

/**
 * Scope of a storage: what all types have. Each type has a scope of its own with the rest.
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
    set(() -> addContent(content));
    return self();
  }

  /** Restricts the storage to nodes; without it all nodes have it. */
  public S nodes(NodeRef... nodes) {
    return nodes(List.of(nodes));
  }

  /** Restricts the storage to nodes. */
  public S nodes(List<NodeRef> nodes) {
    set(() -> addNodes(names(nodes)));
    return self();
  }

  /** Switches the storage off: it is declared and not used. */
  public S disabled() {
    set(this::disable);
    return self();
  }

  abstract S self();

  abstract Object disable();

  abstract Object addContent(ContentType... content);

  abstract Object addNodes(Iterable<String> nodes);

  abstract Storage build();

  /**
   * Scope of a directory.
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
      set(() -> storage.shared(true));
      return this;
    }

    @Override
    Dir self() {
      return this;
    }

    @Override
    Object addContent(ContentType... content) {
      return storage.addContent(content);
    }

    @Override
    Object addNodes(Iterable<String> nodes) {
      return storage.addAllNodes(nodes);
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
   * @since 0.1
   */
  public static final class Nfs extends StorageSpec<Nfs> {

    private final NfsStorage.Builder storage;

    Nfs(Definition definition, NfsStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Sets the mount options, without blanks: {@code vers=4.2,soft}. */
    public Nfs options(String options) {
      set(() -> storage.options(options));
      return this;
    }

    @Override
    Nfs self() {
      return this;
    }

    @Override
    Object addContent(ContentType... content) {
      return storage.addContent(content);
    }

    @Override
    Object addNodes(Iterable<String> nodes) {
      return storage.addAllNodes(nodes);
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
      set(() -> storage.sparse(true));
      return this;
    }

    /** Sets the block size of volumes; a power of two from 512 B to 16 MiB. */
    public Zfs blocksize(DataSize size) {
      set(() -> storage.blocksize(size));
      return this;
    }

    @Override
    Zfs self() {
      return this;
    }

    @Override
    Object addContent(ContentType... content) {
      return storage.addContent(content);
    }

    @Override
    Object addNodes(Iterable<String> nodes) {
      return storage.addAllNodes(nodes);
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
      set(() -> storage.base(volume));
      return this;
    }

    /** Says that the volume group lies on a LUN that all nodes see. */
    public Lvm shared() {
      set(() -> storage.shared(true));
      return this;
    }

    @Override
    Lvm self() {
      return this;
    }

    @Override
    Object addContent(ContentType... content) {
      return storage.addContent(content);
    }

    @Override
    Object addNodes(Iterable<String> nodes) {
      return storage.addAllNodes(nodes);
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
   * @since 0.1
   */
  public static final class Iscsi extends StorageSpec<Iscsi> {

    private final IscsiStorage.Builder storage;

    Iscsi(Definition definition, IscsiStorage.Builder storage, String id) {
      super(definition, id);
      this.storage = storage.declaredAt(line);
    }

    /** Adds further portals of the target. */
    public Iscsi portals(String... portals) {
      set(() -> storage.addAllPortals(Arrays.stream(portals).map(Portal::parse).toList()));
      return this;
    }

    @Override
    Iscsi self() {
      return this;
    }

    @Override
    Object addContent(ContentType... content) {
      return storage.addContent(content);
    }

    @Override
    Object addNodes(Iterable<String> nodes) {
      return storage.addAllNodes(nodes);
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
      set(() -> storage.krbd(true));
      return this;
    }

    @Override
    Rbd self() {
      return this;
    }

    @Override
    Object addContent(ContentType... content) {
      return storage.addContent(content);
    }

    @Override
    Object addNodes(Iterable<String> nodes) {
      return storage.addAllNodes(nodes);
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
      set(() -> storage.namespace(namespace));
      return this;
    }

    /** Sets the SHA-256 fingerprint of the certificate. */
    public Pbs fingerprint(String fingerprint) {
      set(() -> storage.fingerprint(fingerprint));
      return this;
    }

    @Override
    Pbs self() {
      return this;
    }

    @Override
    Object addContent(ContentType... content) {
      return storage.addContent(content);
    }

    @Override
    Object addNodes(Iterable<String> nodes) {
      return storage.addAllNodes(nodes);
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
