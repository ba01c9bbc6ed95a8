package io.pveplan.model.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemDisksTest {

  @Test
  void a_mirror_of_two_disks_is_accepted() {
    SystemDisks system = on(SystemFilesystem.ZFS)
        .raid(SystemRaid.RAID1)
        .addDisks(disk("/dev/sda"), disk("/dev/nvme0n1"))
        .size(DataSize.gib(2))
        .build();

    assertThat(system.disks()).hasSize(2);
  }

  @Test
  void zfs_and_btrfs_need_a_layout() {
    assertThat(faults(on(SystemFilesystem.ZFS).addDisk(disk("/dev/sda"))))
        .containsExactly("raid: zfs has no layout");
    assertThat(faults(on(SystemFilesystem.BTRFS).addDisk(disk("/dev/sda"))))
        .containsExactly("raid: btrfs has no layout");
  }

  @Test
  void btrfs_has_no_raidz() {
    for (SystemRaid raid : List.of(SystemRaid.RAIDZ1, SystemRaid.RAIDZ2, SystemRaid.RAIDZ3)) {
      assertThat(faults(on(SystemFilesystem.BTRFS).raid(raid).addDisk(disk("/dev/sda"))))
          .containsExactly("raid: Btrfs has no layout " + raid);
    }
    assertThat(on(SystemFilesystem.BTRFS)
            .raid(SystemRaid.RAID10)
            .addDisk(disk("/dev/sda"))
            .build()
            .raid())
        .contains(SystemRaid.RAID10);
  }

  @Test
  void ext4_and_xfs_take_one_disk_and_no_layout() {
    assertThat(faults(on(SystemFilesystem.XFS)
            .raid(SystemRaid.RAID1)
            .addDisks(disk("/dev/sda"), disk("/dev/sdb"))))
        .containsExactly(
            "raid: the installer lays out no raid1 for xfs",
            "disks: xfs is installed on one disk, not on 2");
  }

  @Test
  void the_installer_has_to_find_the_disks() {
    assertThat(faults(on(SystemFilesystem.EXT4)))
        .containsExactly("disks: neither disks nor filters tell where to install");
    assertThat(faults(on(SystemFilesystem.EXT4).addDisk(disk("/dev/disk/by-id/ata-EX_1"))))
        .containsExactly(
            "disks: the installer does not know /dev/disk/by-id/ata-EX_1 by this name");
    assertThat(on(SystemFilesystem.EXT4)
            .addDisk(disk("/dev/disk/by-id/ata-EX_1"))
            .addFilter(new DiskFilter("ID_SERIAL", "EX_1"))
            .build()
            .filters())
        .hasSize(1);
  }

  @Test
  void what_is_named_twice_is_refused() {
    assertThat(faults(on(SystemFilesystem.ZFS)
            .raid(SystemRaid.RAID1)
            .addDisks(disk("/dev/sda"), disk("/dev/sda"))))
        .containsExactly("disks: /dev/sda is named twice");
    assertThat(faults(on(SystemFilesystem.ZFS)
            .raid(SystemRaid.RAID1)
            .addFilters(new DiskFilter("ID_MODEL", "a"), new DiskFilter("ID_MODEL", "b"))))
        .containsExactly("filters: there are two filters for ID_MODEL");
  }

  @Test
  void several_filters_are_refused_where_any_would_match() {
    assertThat(faults(on(SystemFilesystem.EXT4)
            .addFilters(new DiskFilter("ID_MODEL", "a"), new DiskFilter("ID_SERIAL", "b"))))
        .containsExactly("filters: of several filters, ext4 is installed where any matches");
  }

  @Test
  void sizes_are_whole_mebibytes_and_not_too_small() {
    assertThat(faults(on(SystemFilesystem.EXT4)
            .addDisk(disk("/dev/sda"))
            .size(DataSize.gib(1))
            .swap(DataSize.bytes(1))))
        .containsExactly("size: 1GiB is less than 2GiB", "swap: 1B is not a whole number of MiB");
    assertThat(faults(on(SystemFilesystem.ZFS)
            .raid(SystemRaid.RAID0)
            .addDisk(disk("/dev/sda"))
            .swap(DataSize.gib(1))))
        .containsExactly("swap: the installer makes no swap on zfs");
    assertThat(on(SystemFilesystem.EXT4)
            .addDisk(disk("/dev/sda"))
            .swap(DataSize.gib(0))
            .build()
            .swap())
        .contains(DataSize.gib(0));
  }

  @Test
  void a_filter_names_a_property_and_one_line() {
    assertThatThrownBy(() -> new DiskFilter("id_model", "a"))
        .hasMessage("\"id_model\" is not a udev property");
    assertThatThrownBy(() -> new DiskFilter("ID_MODEL", "a\nb"))
        .isInstanceOf(InvalidValueException.class);
  }

  private static SystemDisks.Builder on(SystemFilesystem filesystem) {
    return SystemDisks.builder().filesystem(filesystem);
  }

  private static Disk disk(String device) {
    return Disk.builder()
        .device(device)
        .size(DataSize.gb(480))
        .diskKind(DiskKind.SSD)
        .build();
  }

  private static List<String> faults(SystemDisks.Builder builder) {
    return catchThrowableOfType(InvalidValueException.class, builder::build).all().stream()
        .map(fault -> fault.field().orElseThrow() + ": " + fault.getMessage())
        .toList();
  }
}
