package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyStreamsTest {

  private static final List<Storage> STORAGES = List.of(
      ZfsPoolStorage.builder().id("zfspool").pool("rpool").build(),
      DirStorage.builder().id("dir").directory("/srv/dir").build(),
      DirStorage.builder()
          .id("chain")
          .directory("/srv/chain")
          .snapshotAsVolumeChain(true)
          .build(),
      BtrfsStorage.builder().id("btrfs").directory("/srv/btrfs").build(),
      LvmStorage.builder().id("lvm").vgname("vg0").snapshotAsVolumeChain(true).build(),
      LvmThinStorage.builder().id("lvmthin").vgname("vg1").thinPool("data").build(),
      NfsStorage.builder().id("nfs").server("10.0.0.5").export("/export").build(),
      RbdStorage.builder().id("rbd").pool("vms").build());

  private static Storage storage(String id) {
    return STORAGES.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> goals(
      DiskFormat format, boolean snapshots, boolean base, String from) {
    return STORAGES.stream()
        .filter(to -> CopyStreams.lead(format, snapshots, base, storage(from), to))
        .map(Storage::id)
        .toList();
  }

  // What storage_migrate finds a common format for, by the plugins' volume_export_formats and
  // volume_import_formats.
  @ParameterizedTest
  @CsvSource({
    "RAW, zfspool, zfspool",
    "RAW, dir, dir chain btrfs lvm lvmthin nfs rbd",
    "RAW, chain, dir chain btrfs lvm lvmthin nfs rbd",
    "RAW, btrfs, dir chain btrfs lvm lvmthin nfs rbd",
    "RAW, lvm, dir chain btrfs lvm lvmthin nfs rbd",
    "RAW, lvmthin, dir chain btrfs lvm lvmthin nfs rbd",
    "QCOW2, dir, dir chain nfs",
    "VMDK, dir, dir chain nfs",
    "QCOW2, chain, ''",
    "QCOW2, btrfs, ''",
    "QCOW2, lvm, ''",
  })
  void a_volume_goes_where_its_stream_is_read(DiskFormat format, String from, String goals) {
    assertThat(String.join(" ", goals(format, false, false, from))).isEqualTo(goals);
  }

  @Test
  void snapshots_of_btrfs_stay_on_btrfs() {
    assertThat(goals(DiskFormat.RAW, true, false, "btrfs")).containsExactly("btrfs");
    assertThat(goals(DiskFormat.RAW, true, false, "zfspool")).containsExactly("zfspool");
  }

  // pve-storage, src/PVE/Storage/LVMPlugin.pm parse_volname.
  @Test
  void a_volume_group_knows_no_base_images() {
    assertThat(goals(DiskFormat.RAW, false, true, "dir"))
        .containsExactly("dir", "chain", "btrfs", "lvmthin", "nfs", "rbd");
  }
}
