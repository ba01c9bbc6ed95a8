package io.pveplan.model.storage;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import java.util.SortedSet;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A thin pool of a local volume group, of the same name on each of its nodes. It can never be shared.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableLvmThinStorage.class)
@JsonDeserialize(as = ImmutableLvmThinStorage.class)
@JsonTypeName("lvmthin")
public non-sealed interface LvmThinStorage extends Storage {

  /** Name of the volume group. */
  String vgname();

  /** Name of the thin pool. */
  String thinPool();

  /** Volume group and thin pool as LVM names them together: {@code vg_local/data}. */
  default String pool() {
    return vgname() + "/" + thinPool();
  }

  @Override
  default String type() {
    return "lvmthin";
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

  /** Builds {@link LvmThinStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableLvmThinStorage.Builder {
    Builder() {}

    @Override
    public LvmThinStorage build() {
      LvmThinStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("vgname", () -> NameFormat.LVM_NAME.require(built.vgname()))
          .check("thinPool", () -> NameFormat.LVM_NAME.require(built.thinPool()))
          .end();
      return built;
    }
  }
}
