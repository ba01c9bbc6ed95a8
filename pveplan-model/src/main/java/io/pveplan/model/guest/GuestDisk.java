package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A disk of a virtual machine, or the root file system of a container.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableGuestDisk.class)
@JsonDeserialize(as = ImmutableGuestDisk.class)
public interface GuestDisk extends Declared {

  /** Where it is attached: scsi0, virtio0, sata0, ide0 or rootfs. */
  String slot();

  /** ID of the storage it lies on. */
  String storage();

  /** Size. */
  DataSize size();

  /** Format, for a virtual machine; the default of the storage when absent. */
  Optional<DiskFormat> format();

  /** Whether replication jobs copy it. */
  @Value.Default
  default boolean replicate() {
    return true;
  }

  /** Image it is made from. */
  Optional<Volume> importFrom();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link GuestDisk}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableGuestDisk.Builder {
    Builder() {}

    @Override
    public GuestDisk build() {
      GuestDisk built = super.build();
      new Faults()
          .check("slot", () -> DiskSlotCheck.require(built.slot()))
          .check("storage", () -> NameFormat.STORAGE_ID.require(built.storage()))
          .end();
      return built;
    }
  }
}
