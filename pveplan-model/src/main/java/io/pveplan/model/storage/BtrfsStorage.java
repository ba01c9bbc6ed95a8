package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A Btrfs file system of a node; Proxmox VE calls it a technology preview. It can not be said to be
 * shared: two nodes that mount one Btrfs destroy it.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableBtrfsStorage.class)
@JsonDeserialize(as = ImmutableBtrfsStorage.class)
@JsonTypeName("btrfs")
public non-sealed interface BtrfsStorage extends Storage, BackupStorage {

  /** Absolute path, which lies on a Btrfs file system. */
  String directory();

  /** Whether raw disks are written in place, which gives up checksums and compression for them. */
  @Value.Default
  default boolean nocow() {
    return false;
  }

  /** What is set aside for a new disk in raw; nothing when absent. */
  Optional<Preallocation> preallocation();

  @Override
  default String type() {
    return "btrfs";
  }

  @Override
  default boolean sharedByAllNodes() {
    return false;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES, ContentType.ROOTDIR);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link BtrfsStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableBtrfsStorage.Builder {
    Builder() {}

    @Override
    public BtrfsStorage build() {
      BtrfsStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("maxProtectedBackups", () -> StorageCheck.requireProtected(built))
          .check("directory", () -> NameFormat.DIRECTORY.require(built.directory()))
          .end();
      return built;
    }
  }
}
