package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.ArrayList;
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

  /** Version of the protocol; the highest that both sides know when absent. */
  Optional<NfsVersion> version();

  /** What becomes of a request that the server does not answer; tried on when absent. */
  Optional<NfsRecovery> recovery();

  /** Further mount options without blanks, for example {@code nconnect=4}. */
  Optional<String> options();

  /** All mount options in the order they are written: version, recovery, the further ones. */
  default List<String> mountOptions() {
    List<String> all = new ArrayList<>();
    version().ifPresent(version -> all.add("vers=" + version));
    recovery().ifPresent(recovery -> all.add(recovery.text()));
    options().ifPresent(options -> all.addAll(List.of(options.split(","))));
    return List.copyOf(all);
  }

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
          .check("server", () -> NfsCheck.require(NameFormat.SERVER, built.server()))
          .check("export", () -> NfsCheck.require(NameFormat.PATH, built.export()))
          .check("options", () -> built.options().ifPresent(NameFormat.MOUNT_OPTIONS::require))
          .check("options", () -> NfsCheck.requireOnce(built))
          .end();
      return built;
    }
  }
}
