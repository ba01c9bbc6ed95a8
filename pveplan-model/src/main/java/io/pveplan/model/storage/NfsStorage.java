package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An NFS export.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableNfsStorage.class)
@JsonDeserialize(as = ImmutableNfsStorage.class)
@JsonTypeName("nfs")
public non-sealed interface NfsStorage extends Storage, FileStorage, BackupStorage {

  /** Address or name of the NFS server. */
  String server();

  /** Exported path. */
  String export();

  /** Mount options without blanks, for example {@code vers=4.2}. */
  Optional<String> options();

  @Override
  default String type() {
    return "nfs";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES);
  }

  @Override
  default List<String> servers() {
    return List.of(server());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link NfsStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableNfsStorage.Builder {
    Builder() {}

    @Override
    public NfsStorage build() {
      NfsStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("maxProtectedBackups", () -> StorageCheck.requireProtected(built))
          .check("server", () -> NameFormat.SERVER.require(built.server()))
          .check("export", () -> NameFormat.PATH.require(built.export()))
          .check("options", () -> built.options().ifPresent(NameFormat.MOUNT_OPTIONS::require))
          .end();
      return built;
    }
  }
}
