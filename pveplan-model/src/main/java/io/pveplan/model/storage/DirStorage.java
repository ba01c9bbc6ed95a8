package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A directory of a node, or a mount that is the same on several.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDirStorage.class)
@JsonDeserialize(as = ImmutableDirStorage.class)
@JsonTypeName("dir")
public non-sealed interface DirStorage extends Storage, FileStorage, BackupStorage {

  /** Absolute path. */
  String directory();

  /** Whether all nodes see the same files there. It is a claim, not a mount. */
  @Value.Default
  default boolean shared() {
    return false;
  }

  @Override
  default String type() {
    return "dir";
  }

  @Override
  default boolean sharedByAllNodes() {
    return shared();
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES, ContentType.ROOTDIR);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link DirStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableDirStorage.Builder {
    Builder() {}

    @Override
    public DirStorage build() {
      DirStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("maxProtectedBackups", () -> StorageCheck.requireProtected(built))
          .check("directory", () -> NameFormat.DIRECTORY.require(built.directory()))
          .check("snapshotAsVolumeChain", () -> StorageCheck.requireNoChainOfLocal(built))
          .end();
      return built;
    }
  }
}
