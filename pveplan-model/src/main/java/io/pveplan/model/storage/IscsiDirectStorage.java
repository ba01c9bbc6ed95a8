package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.List;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * An iSCSI target whose LUNs QEMU opens itself, without the kernel of the node. It knows one portal
 * and no multipath.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableIscsiDirectStorage.class)
@JsonDeserialize(as = ImmutableIscsiDirectStorage.class)
@JsonTypeName("iscsidirect")
public non-sealed interface IscsiDirectStorage extends Storage {

  /** Portal of the target. */
  Portal portal();

  /** Name of the target (IQN). */
  String target();

  @Override
  default String type() {
    return "iscsidirect";
  }

  @Override
  default boolean sharedByAllNodes() {
    return true;
  }

  @Override
  default boolean hasBaseImages() {
    return false;
  }

  @Override
  default boolean makesVolumes() {
    return false;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES);
  }

  @Override
  default List<String> servers() {
    return List.of(portal().server());
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link IscsiDirectStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableIscsiDirectStorage.Builder {
    Builder() {}

    @Override
    public IscsiDirectStorage build() {
      IscsiDirectStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("target", () -> NameFormat.TARGET.require(built.target()))
          .end();
      return built;
    }
  }
}
