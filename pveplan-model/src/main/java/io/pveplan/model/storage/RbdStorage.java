package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A pool of the Ceph cluster on the nodes.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableRbdStorage.class)
@JsonDeserialize(as = ImmutableRbdStorage.class)
@JsonTypeName("rbd")
public non-sealed interface RbdStorage extends Storage {

  /** Name of the Ceph pool. */
  String pool();

  /** Whether the kernel maps the volumes. */
  @Value.Default
  default boolean krbd() {
    return false;
  }

  @Override
  default String type() {
    return "rbd";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link RbdStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableRbdStorage.Builder {
    Builder() {}

    @Override
    public RbdStorage build() {
      RbdStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("pool", () -> NameFormat.CEPH_POOL.require(built.pool()))
          .end();
      return built;
    }
  }
}
