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
 * A volume group, local or on a LUN that all nodes see.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableLvmStorage.class)
@JsonDeserialize(as = ImmutableLvmStorage.class)
@JsonTypeName("lvm")
public non-sealed interface LvmStorage extends Storage {

  /** Name of the volume group. */
  String vgname();

  /**
   * Volume ID of the iSCSI LUN on which Proxmox VE makes the volume group. What is no volume ID is
   * reported by rule SHR-014.
   */
  Optional<String> base();

  /**
   * The LUNs that the volume group lies on, where it is made by hand on one node. One that Proxmox
   * VE makes has a {@link #base} instead.
   */
  List<LunId> luns();

  /**
   * Whether the volume group lies on a LUN that all its nodes see; without it there is no lock
   * between nodes.
   */
  @Value.Default
  default boolean shared() {
    return false;
  }

  /**
   * Whether new disks are qcow2 on a logical volume, so that each snapshot of one is a volume of its
   * own that the disk continues. Proxmox VE 9 only, and a technology preview there.
   */
  @Value.Default
  default boolean snapshotAsVolumeChain() {
    return false;
  }

  @Override
  default String type() {
    return "lvm";
  }

  @Override
  default boolean sharedByAllNodes() {
    return shared();
  }

  @Override
  default boolean hasBaseImages() {
    return false;
  }

  @Override
  default SortedSet<ContentType> defaultContent() {
    return StorageCheck.contentOf(ContentType.IMAGES);
  }

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link LvmStorage}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableLvmStorage.Builder {
    Builder() {}

    @Override
    public LvmStorage build() {
      LvmStorage built = super.build();
      new Faults()
          .check(() -> NameFormat.STORAGE_ID.require(built.id()))
          .check(() -> StorageCheck.requireNodes(built))
          .check("vgname", () -> NameFormat.LVM_NAME.require(built.vgname()))
          .check("base", () -> built.base().ifPresent(NameFormat.LINE::require))
          .check("luns", () -> StorageCheck.requireOrigin(built))
          .end();
      return built;
    }
  }
}
