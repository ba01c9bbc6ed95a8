package io.pveplan.rules.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.dsl.Pveplan;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.Storage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyStreamsTest {

  private static final ClusterPlan PLAN = Pveplan.cluster("lab", c -> {
    c.node("pve1", n -> {});
    c.storage(Pveplan.zfs("zfspool", "rpool"), s -> {});
    c.storage(Pveplan.dir("dir", "/srv/dir"), s -> {});
    c.storage(Pveplan.dir("chain", "/srv/chain"), s -> s.snapshotsAsVolumeChain());
    c.storage(Pveplan.btrfs("btrfs", "/srv/btrfs"), s -> {});
    c.storage(Pveplan.lvm("lvm", "vg0"), s -> s.snapshotsAsVolumeChain());
    c.storage(Pveplan.lvmThin("lvmthin", "vg1", "data"), s -> {});
    c.storage(Pveplan.nfs("nfs", "10.0.0.5", "/export"), s -> {});
    c.storage(Pveplan.rbd("rbd", "vms"), s -> s.monitors("10.0.9.1"));
  });

  private static Storage storage(String id) {
    return PLAN.storages().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> goals(DiskFormat format, boolean snapshots, String from) {
    return PLAN.storages().stream()
        .filter(to -> CopyStreams.lead(format, snapshots, storage(from), to))
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
    assertThat(String.join(" ", goals(format, false, from))).isEqualTo(goals);
  }

  @Test
  void snapshots_of_btrfs_stay_on_btrfs() {
    assertThat(goals(DiskFormat.RAW, true, "btrfs")).containsExactly("btrfs");
    assertThat(goals(DiskFormat.RAW, true, "zfspool")).containsExactly("zfspool");
  }
}
