package io.pveplan.model.hardware;

import io.pveplan.model.Declared;
import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import io.pveplan.model.unit.DataSize;
import java.util.Optional;
import org.immutables.value.Value;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A physical disk of a node.
 *
 * @since 0.1
 */
@Value.Immutable
@JsonSerialize(as = ImmutableDisk.class)
@JsonDeserialize(as = ImmutableDisk.class)
public interface Disk extends Declared {

  /** Device, best the stable name: {@code /dev/disk/by-id/nvme-EX_0001}. */
  String device();

  /** Raw capacity. */
  DataSize size();

  /** Size of a physical sector: 512 B or 4 KiB for most. */
  Optional<DataSize> sectorSize();

  /** What it is made of. */
  DiskKind diskKind();

  /** What its controller makes of it; NVMe disks have none. */
  Optional<DiskController> controller();

  /** Whether what it has confirmed is safe when the power fails, by capacitors; flash only. */
  Optional<Boolean> powerLossProtection();

  /** A builder without anything set. */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link Disk}; {@code build()} refuses what the product refuses. */
  final class Builder extends ImmutableDisk.Builder {
    Builder() {}

    @Override
    public Disk build() {
      Disk built = super.build();
      new Faults()
          .check("device", () -> NameFormat.DEVICE.require(built.device()))
          .check("sectorSize", () -> built.sectorSize().ifPresent(Builder::requireSector))
          .end();
      return built;
    }

    private static void requireSector(DataSize size) {
      Ranges.require("sector size in bytes", size.bytes(), 512, 64 << 10);
      if (Long.bitCount(size.bytes()) != 1) {
        throw new InvalidValueException(
            "sector size " + size + " is not a power of two", "Use 512B or 4KiB.");
      }
    }
  }
}
