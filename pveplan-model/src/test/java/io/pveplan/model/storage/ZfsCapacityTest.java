package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.unit.DataSize;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZfsCapacityTest {

  private static final DataSize TIB = DataSize.tib(1);

  // The worked examples of "RAID-Z stripe width" (Delphix, 2014) and of pve-docs, local-zfs.adoc:
  // data sectors, parity for each row of them, then up to a multiple of parity + 1.
  @ParameterizedTest(name = "{0} of {1} disks, ashift {2}: a block of {3} KiB takes {4} KiB")
  @CsvSource({
    "SINGLE,   1, 12,   8,   8",
    "MIRROR,   3, 12,  16,  16",
    "RAID10,   4, 12,   2,   4",
    "RAIDZ,    3, 12,   4,   8",
    "RAIDZ,    3, 12,   8,  16",
    "RAIDZ,    3, 12,  16,  24",
    "RAIDZ,    5, 12,  16,  24",
    "RAIDZ2,   4, 12,   8,  24",
    "RAIDZ2,   6, 12,   4,  12",
    "RAIDZ2,   6, 12,  16,  24",
    "RAIDZ2,   6, 12, 128, 192",
    "RAIDZ2,   6,  9,   8,  12",
    "RAIDZ3,   8, 12,  16,  32",
    "DRAID,   10, 12,  16,  36",
    "DRAID2,  10, 12, 128, 160"
  })
  void a_block_takes_its_sectors_parity_and_padding(
      ZfsRaid raid, int disks, int ashift, int block, int taken) {
    ZfsCapacity capacity = capacity(ZfsPool.builder().raid(raid).ashift(ashift), disks);

    assertThat(capacity.onDisk(DataSize.kib(block))).isEqualTo(DataSize.kib(taken));
  }

  @Test
  void a_mirror_holds_what_one_disk_does_less_the_slop() {
    ZfsCapacity capacity = capacity(ZfsPool.builder().raid(ZfsRaid.MIRROR), 2);

    assertThat(capacity.raw()).isEqualTo(DataSize.tib(2));
    assertThat(capacity.usable()).isEqualTo(DataSize.gib(1024 - 32));
    assertThat(capacity.usable(DataSize.kib(8))).isEqualTo(DataSize.gib(1024 - 32));
  }

  @Test
  void of_a_mirror_the_smallest_disk_counts_and_of_pairs_that_of_each() {
    List<DataSize> disks = List.of(TIB, DataSize.tib(2), DataSize.tib(4), DataSize.tib(3));

    assertThat(ZfsCapacity.of(pool(ZfsPool.builder().raid(ZfsRaid.MIRROR), 4), disks)
            .usable())
        .isEqualTo(DataSize.gib(1024 - 32));
    assertThat(ZfsCapacity.of(pool(ZfsPool.builder().raid(ZfsRaid.RAID10), 4), disks)
            .usable())
        .isEqualTo(DataSize.gib(4096 - 128));
  }

  @Test
  void no_more_than_128_gib_are_kept_back() {
    assertThat(capacity(ZfsPool.builder().raid(ZfsRaid.RAID10), 16).usable())
        .isEqualTo(DataSize.gib(8 * 1024 - 128));
  }

  // 32 sectors of 128 KiB take 48 of the six disks, 16 KiB take 6 of which 4 are data: no padding.
  @Test
  void small_blocks_of_a_raidz2_of_six_lose_what_they_are_padded_with() {
    ZfsCapacity capacity = capacity(ZfsPool.builder().raid(ZfsRaid.RAIDZ2), 6);

    assertThat(capacity.usable()).isEqualTo(DataSize.gib(4096 - 128));
    assertThat(capacity.usable(DataSize.kib(16))).isEqualTo(DataSize.gib(4096 - 128));
    assertThat(capacity.usable(DataSize.kib(8))).isEqualTo(DataSize.gib((4096 - 128) / 2));
    assertThat(capacity.usable(DataSize.kib(4))).isEqualTo(DataSize.gib((4096 - 128) / 2));
    assertThat(capacity.onDiskWithoutPadding(DataSize.kib(8))).isEqualTo(DataSize.kib(12));
  }

  @Test
  void spares_of_a_draid_hold_nothing() {
    ZfsCapacity capacity =
        capacity(ZfsPool.builder().raid(ZfsRaid.DRAID2).draidData(4).draidSpares(1), 7);

    assertThat(capacity.usable()).isEqualTo(DataSize.gib(4096 - 128));
  }

  @Test
  void a_small_pool_keeps_128_mib_back() {
    ZfsPool pool = pool(ZfsPool.builder().raid(ZfsRaid.SINGLE), 1);

    assertThat(ZfsCapacity.of(pool, List.of(DataSize.gib(1))).usable())
        .isEqualTo(DataSize.mib(1024 - 128));
  }

  private static ZfsCapacity capacity(ZfsPool.Builder pool, int disks) {
    return ZfsCapacity.of(pool(pool, disks), Collections.nCopies(disks, TIB));
  }

  private static ZfsPool pool(ZfsPool.Builder pool, int disks) {
    for (int disk = 0; disk < disks; disk++) {
      pool.addDevices("/dev/disk/by-id/disk" + disk);
    }
    return pool.name("tank").build();
  }
}
