package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A local ZFS pool or dataset, of the same name on each of its nodes.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableZfsPoolStorage.class)
@JsonDeserialize(as = ImmutableZfsPoolStorage.class)
@JsonTypeName("zfspool")
public non-sealed interface ZfsPoolStorage extends Storage {

  /** Pool, or pool and dataset: {@code tank/vm}. */
  String pool();

  /** Name of the pool alone, without a dataset. */
  default String root() {
    int slash = pool().indexOf('/');
    return slash < 0 ? pool() : pool().substring(0, slash);
  }

  /** Whether volumes take up only what is written. */
  @Value.Default
  default boolean sparse() {
    return false;
  }

  /** Block size of volumes; a power of two from 512 B to 16 MiB. */
  Optional<DataSize> blocksize();

  @Override
  default String type() {
    return "zfspool";
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

  /** Builds {@link ZfsPoolStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableZfsPoolStorage.Builder {
    Builder() {}

    @Override
    public ZfsPoolStorage build() {
      ZfsPoolStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("pool", () -> NameFormat.ZFS_DATASET.require(built.pool()))
          .check("blocksize", () -> built.blocksize().ifPresent(StorageCheck::requireBlocksize))
          .end();
      return built;
    }
  }
}
