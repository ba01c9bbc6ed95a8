package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A file system of the Ceph cluster on the nodes, or of another one whose monitors it names.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableCephFsStorage.class)
@JsonDeserialize(as = ImmutableCephFsStorage.class)
@JsonTypeName("cephfs")
public non-sealed interface CephFsStorage extends Storage, BackupStorage {

  /** Name of the file system; the only one of the cluster when absent. */
  Optional<String> fileSystem();

  /** Directory of the file system that is mounted; its root when absent. */
  Optional<String> subdir();

  /** Monitors of another Ceph cluster, by address or name; none for the one on the nodes. */
  List<String> monitors();

  /** Ceph user without {@code client.} in front; admin when absent. */
  Optional<String> username();

  /**
   * File with the bare key of the user on the node that adds the storage, as {@code ceph auth
   * get-key client.USER} writes it, without a section; of other clusters only.
   */
  Optional<SecretReference> keyring();

  /** Whether it is mounted by way of FUSE, not by the kernel. */
  @Value.Default
  default boolean fuse() {
    return false;
  }

  /**
   * Mount options without blanks, for example {@code noatime}. User, secret and the file with it are
   * refused here: options end in files as they are.
   */
  Optional<String> options();

  @Override
  default String type() {
    return "cephfs";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.BACKUP);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CephFsStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableCephFsStorage.Builder {
    Builder() {}

    @Override
    public CephFsStorage build() {
      CephFsStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("maxProtectedBackups", () -> StorageCheck.requireProtected(built))
          .check("fileSystem", () -> built.fileSystem().ifPresent(NameFormat.CEPH_POOL::require))
          .check("subdir", () -> built.subdir().ifPresent(NameFormat.PATH::require))
          .each("monitors", built.monitors(), NameFormat.SERVER::require)
          .check("username", () -> built.username().ifPresent(NameFormat.LABEL::require))
          .check("keyring", () -> CephAccess.requireSecret(built.keyring(), built.monitors()))
          .check("options", () -> MountLogin.requireNoneInCephFs(built.options()))
          .end();
      return built;
    }
  }
}
