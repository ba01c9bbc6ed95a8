package io.pveplan.model.guest;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
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

  /** Cache of the node; none when absent. Only for a virtual machine, as all that follows. */
  Optional<DiskCache> cache();

  /** How the node reads and writes it; what fits the storage when absent. */
  Optional<DiskAio> aio();

  /** Whether blocks that the guest frees are freed on the storage. */
  @Value.Default
  default boolean discard() {
    return false;
  }

  /** Whether it has a thread of its own; only at a SCSI or VirtIO slot. */
  @Value.Default
  default boolean iothread() {
    return false;
  }

  /** Whether the guest sees an SSD; not at a VirtIO slot. */
  @Value.Default
  default boolean ssd() {
    return false;
  }

  /** Whether backup jobs copy it. */
  @Value.Default
  default boolean backup() {
    return true;
  }

  /** Image it is made from: a file below {@code import} that holds one disk, so none of a machine. */
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
          .check("importFrom", () -> built.importFrom().ifPresent(Builder::requireImage))
          .check(() -> DiskOptionCheck.require(built))
          .end();
      return built;
    }

    // qemu-server, src/PVE/API2/Qemu.pm import-from: an image of a VM, or one to import.
    private static void requireImage(Volume volume) {
      if (!volume.directory().equals("import")) {
        throw new InvalidValueException(
            volume + " is nothing to make a disk from",
            "Put the image below import, for example nas:import/debian-13.qcow2.");
      }
      if (volume.file().matches(".+\\.(?:ova|ovf)")) {
        throw new InvalidValueException(
            volume + " is a whole machine, and a disk is made from the image of one",
            "Take the disk out of it and name that, for example nas:import/debian-13.vmdk.");
      }
    }
  }
}
