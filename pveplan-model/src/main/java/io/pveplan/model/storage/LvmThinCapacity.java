package io.pveplan.model.storage;

import io.pveplan.model.unit.DataSize;
import java.util.List;

/**
 * How much an LVM thin pool holds that fills its volume group: the devices, less the metadata and a
 * spare of the same size for its repair. Labels and the rounding to extents are not counted.
 *
 * <p>For metadata there is a hundredth, from 1 GiB to 16 GiB, as the disks API does it (pve-storage,
 * src/PVE/API2/Disks/LVMThin.pm); lvcreate keeps twice that back (lvm2, tools/lvcreate.c).
 *
 * @param raw the devices together
 * @param metadata what one copy of the metadata takes
 * @since 0.1
 */
public record LvmThinCapacity(DataSize raw, DataSize metadata) {

  private static final DataSize LEAST_METADATA = DataSize.gib(1);
  private static final DataSize MOST_METADATA = DataSize.gib(16);

  /**
   * The capacity of a pool.
   *
   * @param devices sizes of all its devices
   */
  static LvmThinCapacity of(List<DataSize> devices) {
    DataSize raw = DataSize.bytes(devices.stream()
        .mapToLong(DataSize::bytes)
        .reduce(0, (one, other) -> one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other));
    DataSize share = DataSize.mib(raw.bytes() / 100 >> 20);
    DataSize most = share.compareTo(MOST_METADATA) > 0 ? MOST_METADATA : share;
    return new LvmThinCapacity(raw, most.compareTo(LEAST_METADATA) < 0 ? LEAST_METADATA : most);
  }

  /** What disks of guests can take up, all written; nothing where the metadata leaves nothing. */
  public DataSize usable() {
    return DataSize.bytes(Math.max(0, raw.bytes() - 2 * metadata.bytes()));
  }
}
