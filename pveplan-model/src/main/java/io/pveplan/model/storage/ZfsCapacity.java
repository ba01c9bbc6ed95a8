package io.pveplan.model.storage;

import io.pveplan.model.unit.DataSize;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/**
 * How much a ZFS pool holds.
 *
 * <p>The arithmetic is that of OpenZFS: of disks of different sizes the smallest counts, RAIDZ pads
 * each block to a multiple of its parity plus one sector (module/zfs/vdev_raidz.c,
 * vdev_raidz_asize), dRAID fills whole rows (module/zfs/vdev_draid.c), the free space is told in
 * blocks of 128 KiB (module/zfs/vdev.c, vdev_set_deflate_ratio), and 1/32 of it, at most 128 GiB, is
 * kept back (module/zfs/spa_misc.c, spa_get_slop_space). Labels, partitions, metadata and the
 * rounding to metaslabs are not counted, which is about one percent; compression is none.
 *
 * <pre>{@code
 * // four disks of 1TB as RAIDZ2: half of them for files, a third for volumes of 8 KiB
 * capacity.usable();
 * capacity.usable(DataSize.kib(8));
 * }</pre>
 *
 * @since 0.1
 */
public final class ZfsCapacity {

  /** Block size of a volume where neither plan nor storage says one (OpenZFS 2.2 and later). */
  public static final DataSize USUAL_BLOCK = DataSize.kib(16);

  private static final DataSize ACCOUNTED_BLOCK = DataSize.kib(128);
  private static final DataSize LARGEST_SLOP = DataSize.gib(128);
  private static final DataSize SMALLEST_SLOP = DataSize.mib(128);
  private static final int SLOP_SHIFT = 5;
  private static final int USUAL_ASHIFT = 12;
  private static final int USUAL_GROUP = 8;

  private final ZfsPool pool;
  private final BigInteger raw;
  private final BigInteger used;
  private final int sectorShift;
  private final int width;

  private ZfsCapacity(ZfsPool pool, List<DataSize> disks) {
    this.pool = pool;
    this.sectorShift = pool.ashift().orElse(USUAL_ASHIFT);
    this.raw = disks.stream().map(ZfsCapacity::big).reduce(BigInteger.ZERO, BigInteger::add);
    int spares = pool.draidSpares().orElse(0);
    int parity = pool.raid().parity();
    this.width = pool.raid().draid()
        ? pool.draidData()
            .orElse(Math.max(1, Math.min(USUAL_GROUP, disks.size() - spares - parity)))
        : disks.size() - parity;
    this.used = switch (pool.raid()) {
      case SINGLE, MIRROR -> smallest(disks);
      case RAID10 -> pairs(disks);
      default -> smallest(disks).multiply(BigInteger.valueOf(disks.size() - spares));
    };
  }

  /**
   * The capacity of a pool.
   *
   * @param disks sizes of its data devices, in their order
   */
  static ZfsCapacity of(ZfsPool pool, List<DataSize> disks) {
    return new ZfsCapacity(pool, disks);
  }

  /**
   * The layout of a pool, for what blocks take up on it; it holds nothing.
   *
   * @param pool the pool, its disks of whatever size
   */
  public static ZfsCapacity ofLayout(ZfsPool pool) {
    return new ZfsCapacity(pool, Collections.nCopies(pool.devices().size(), DataSize.bytes(0)));
  }

  private static BigInteger smallest(List<DataSize> disks) {
    return disks.stream().min(DataSize::compareTo).map(ZfsCapacity::big).orElse(BigInteger.ZERO);
  }

  private static BigInteger pairs(List<DataSize> disks) {
    BigInteger sum = BigInteger.ZERO;
    for (int first = 0; first + 1 < disks.size(); first += 2) {
      sum = sum.add(smallest(disks.subList(first, first + 2)));
    }
    return sum;
  }

  /** The data disks together. */
  public DataSize raw() {
    return size(raw);
  }

  /** What files can take up, as {@code zfs list} shows it for the empty pool. */
  public DataSize usable() {
    BigInteger space = accounted();
    return size(space.subtract(slop(space)));
  }

  /**
   * What volumes of a block size can take up, all written.
   *
   * @param block their block size, more than 0
   */
  public DataSize usable(DataSize block) {
    BigInteger space = accounted();
    return size(space
        .subtract(slop(space))
        .multiply(sectors(block).multiply(stored(ACCOUNTED_BLOCK)))
        .divide(stored(block).multiply(sectors(ACCOUNTED_BLOCK))));
  }

  /**
   * What one block of a volume takes up on the disks of a RAIDZ or dRAID, parity and padding
   * included; its own size, in whole sectors, on others.
   *
   * @param block its size, more than 0
   */
  public DataSize onDisk(DataSize block) {
    return size(stored(block).shiftLeft(sectorShift));
  }

  /**
   * What one block would take up without padding: its share of the parity only.
   *
   * @param block its size, more than 0
   */
  public DataSize onDiskWithoutPadding(DataSize block) {
    BigInteger group = BigInteger.valueOf(width);
    BigInteger all = group.add(BigInteger.valueOf(pool.raid().parity()));
    return size(big(block).multiply(all).divide(group));
  }

  private BigInteger accounted() {
    return used.multiply(sectors(ACCOUNTED_BLOCK)).divide(stored(ACCOUNTED_BLOCK));
  }

  private BigInteger sectors(DataSize block) {
    return up(big(block), BigInteger.ONE.shiftLeft(sectorShift));
  }

  private BigInteger stored(DataSize block) {
    BigInteger data = sectors(block);
    int parity = pool.raid().parity();
    if (parity == 0) {
      return data;
    }
    BigInteger group = BigInteger.valueOf(width);
    BigInteger rows = up(data, group);
    if (pool.raid().draid()) {
      return rows.multiply(group.add(BigInteger.valueOf(parity)));
    }
    BigInteger multiple = BigInteger.valueOf(parity + 1L);
    return up(data.add(rows.multiply(BigInteger.valueOf(parity))), multiple).multiply(multiple);
  }

  private static BigInteger slop(BigInteger space) {
    BigInteger share = space.shiftRight(SLOP_SHIFT).min(big(LARGEST_SLOP));
    return share.max(space.shiftRight(1).min(big(SMALLEST_SLOP)));
  }

  private static BigInteger up(BigInteger number, BigInteger divisor) {
    return number.add(divisor).subtract(BigInteger.ONE).divide(divisor);
  }

  private static BigInteger big(DataSize size) {
    return BigInteger.valueOf(size.bytes());
  }

  private static DataSize size(BigInteger bytes) {
    return DataSize.bytes(bytes.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue());
  }
}
