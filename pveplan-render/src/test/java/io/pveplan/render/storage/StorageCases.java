package io.pveplan.render.storage;

import static io.pveplan.dsl.Pveplan.btrfs;
import static io.pveplan.dsl.Pveplan.cifs;
import static io.pveplan.dsl.Pveplan.cluster;
import static io.pveplan.dsl.Pveplan.dir;
import static io.pveplan.dsl.Pveplan.esxi;
import static io.pveplan.dsl.Pveplan.fromEnvironment;
import static io.pveplan.dsl.Pveplan.fromFile;
import static io.pveplan.dsl.Pveplan.iscsi;
import static io.pveplan.dsl.Pveplan.iscsiDirect;
import static io.pveplan.dsl.Pveplan.lvm;
import static io.pveplan.dsl.Pveplan.lvmThin;
import static io.pveplan.dsl.Pveplan.mib;
import static io.pveplan.dsl.Pveplan.nfs;
import static io.pveplan.dsl.Pveplan.pbs;
import static io.pveplan.dsl.Pveplan.prompted;
import static io.pveplan.dsl.Pveplan.rbd;
import static io.pveplan.dsl.Pveplan.seconds;
import static io.pveplan.dsl.Pveplan.tib;
import static io.pveplan.dsl.Pveplan.zfs;
import static io.pveplan.dsl.Pveplan.zfsOverIscsi;
import static io.pveplan.dsl.Pveplan.zfsOverLio;

import io.pveplan.dsl.ClusterSpec;
import io.pveplan.dsl.NodeRef;
import io.pveplan.model.ClusterPlan;
import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.IscsiProvider;
import io.pveplan.model.storage.NfsVersion;
import io.pveplan.model.storage.Preallocation;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.SessionStartup;
import io.pveplan.model.storage.SmbVersion;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.unit.DataSize;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Plans by the name of the case, each on the nodes pve1, pve2 and pve3. */
final class StorageCases {

  static final Map<String, ResolvedPlan> ALL = new TreeMap<>();

  private static final String TARGET = "iqn.2024-02.com.example:cluster.lun1";
  private static final String WWID = "360000000000000000e0000000001000";
  private static final String LUN = "san1:0.0.1.scsi-360000000000000000e00000000010001";

  static {
    dsl("zfs", (c, nodes) -> {
      c.storage(zfs("tank", "tank"), s -> {});
      c.storage(
          zfs("tank-vm", "tank/vm"),
          s -> s.sparse()
              .blocksize(DataSize.kib(16))
              .content(ContentType.IMAGES)
              .nodes(nodes.subList(0, 2)));
      c.storage(zfs("big", "big"), s -> s.blocksize(mib(1)).nodes(nodes));
      c.storage(zfs("small", "small"), s -> s.blocksize(DataSize.bytes(512)).nodes(nodes));
    });
    dsl("directory", (c, nodes) -> {
      c.storage(
          dir("bulk", "/mnt/bulk"),
          s -> s.content(ContentType.ISO, ContentType.BACKUP).shared());
      c.storage(dir("scratch", "/mnt/scratch"), s -> s.nodes(nodes.get(2)));
    });
    dsl("nfs", (c, nodes) -> {
      c.storage(
          nfs("nas", "192.0.2.60", "/export/pve"),
          s -> s.content(
                  ContentType.ISO, ContentType.VZTMPL, ContentType.SNIPPETS, ContentType.IMPORT)
              .options("vers=4.2,soft"));
      c.storage(nfs("nas6", "2001:db8::60", "/export/pve"), s -> {});
    });
    dsl("file-options", (c, nodes) -> {
      c.storage(
          dir("bulk", "/mnt/bulk"),
          s -> s.content(ContentType.IMAGES, ContentType.BACKUP)
              .pruneBackups(p -> p.keepLast(3)
                  .keepHourly(12)
                  .keepDaily(7)
                  .keepWeekly(4)
                  .keepMonthly(6)
                  .keepYearly(1))
              .maxProtectedBackups(-1)
              .preallocation(Preallocation.OFF));
      c.storage(
          nfs("nas", "192.0.2.60", "/export/pve"),
          s -> s.format(DiskFormat.QCOW2)
              .preallocation(Preallocation.METADATA)
              .snapshotsAsVolumeChain());
      c.storage(
          cifs("smb", "192.0.2.61", "pve"),
          s -> s.format(DiskFormat.VMDK).preallocation(Preallocation.FULL));
      c.storage(
          btrfs("fast", "/srv/fast"),
          s -> s.preallocation(Preallocation.FALLOC).pruneBackups(p -> p.keepLast(1)));
      c.storage(lvm("luns", "vg_cluster"), s -> s.shared().snapshotsAsVolumeChain());
      c.storage(
          pbs("pbs1", "192.0.2.70", "store1", "pve@pbs", prompted()),
          s -> s.pruneBackups(p -> p.keepDaily(14)).maxProtectedBackups(2));
    });
    dsl("ceph", (c, nodes) -> {
      c.ceph(s -> s.monitorsOn(nodes));
      c.cephPool("made", p -> p.size(3));
      c.cephPool("changed", p -> p.size(3));
      c.cephPool("bare", p -> p.withoutStorage());
      c.storage(rbd("changed", "changed"), s -> s.krbd());
      c.storage(
          rbd("ceph-vm", "bare"),
          s -> s.content(ContentType.IMAGES, ContentType.ROOTDIR).krbd());
      c.cephPool("elsewhere", p -> p.withoutStorage());
      c.storage(rbd("other", "elsewhere"), s -> s.nodes(nodes.get(0)));
    });
    dsl("iscsi-single-path", (c, nodes) -> {
      c.storage(
          lvm("san1-lvm", "vg_cluster"),
          s -> s.base(LUN).shared().content(ContentType.IMAGES, ContentType.ROOTDIR));
      c.storage(iscsi("san1", "192.0.2.50", TARGET), s -> s.content(ContentType.NONE));
    });
    dsl("iscsi-multipath", (c, nodes) -> {
      c.storage(
          iscsi("san1", "192.0.2.50:3261", TARGET),
          s -> s.portals("198.51.100.50:3261", "[2001:db8::50]:3261").content(ContentType.NONE));
      c.storage(lvm("san1-lvm", "vg_cluster"), s -> s.shared().content(ContentType.IMAGES));
    });
    dsl("iscsi-luns", (c, nodes) -> {
      c.openIscsi(i -> i.replacementTimeout(seconds(15)).startup(SessionStartup.AUTOMATIC));
      var san = c.storage(
          iscsi("san1", "192.0.2.50", TARGET),
          s -> s.portals("198.51.100.50", "[2001:db8::50]:3261")
              .content(ContentType.NONE)
              .nodes(nodes.subList(0, 2))
              .lun(1, l -> l.wwid(WWID + "1").alias("mpath_san1").size(tib(2)))
              .lun(2, l -> l.wwid(WWID + "2"))
              .lun(3));
      var old = c.storage(
          iscsi("old", "san.example.net", "iqn.2024-02.com.example:old"),
          s -> s.content(ContentType.NONE)
              .nodes(nodes.get(0))
              .lun(0, l -> l.wwid("35000c50015ea71ac"))
              .lun(4));
      c.storage(
          lvm("san1-lvm", "vg_cluster"),
          s -> s.on(san, 1).on(san, 2).shared().nodes(nodes.subList(0, 2)));
      c.storage(lvm("more-lvm", "vg_more"), s -> s.on(san, 3).shared().nodes(nodes.subList(0, 2)));
      c.storage(lvm("old-lvm", "vg_old"), s -> s.on(old, 0).nodes(nodes.get(0)));
    });
    dsl("iscsi-two-targets", (c, nodes) -> {
      c.storage(
          iscsi("san-a", "192.0.2.50", TARGET + "-a"),
          s -> s.content(ContentType.NONE).lun(1, l -> l.wwid(WWID + "1")));
      var b = c.storage(
          iscsi("san-b", "198.51.100.50", TARGET + "-b"),
          s -> s.content(ContentType.NONE).lun(7, l -> l.wwid(WWID + "1")));
      c.storage(lvm("san1-lvm", "vg_cluster"), s -> s.on(b, 7).shared());
    });
    dsl("iscsi-target-on-one-node", (c, nodes) -> {
      var a = c.storage(
          iscsi("san-a", "192.0.2.50", TARGET + "-a"),
          s -> s.content(ContentType.NONE).lun(1, l -> l.wwid(WWID + "1")));
      c.storage(
          iscsi("san-b", "198.51.100.50", TARGET + "-b"),
          s -> s.content(ContentType.NONE).nodes(nodes.get(0)).lun(7, l -> l.wwid(WWID + "1")));
      c.storage(lvm("san1-lvm", "vg_cluster"), s -> s.on(a, 1).shared());
    });
    dsl(
        "iscsi-portal-by-name",
        (c, nodes) -> c.storage(
            iscsi("san1", "192.0.2.50", TARGET),
            s -> s.portals("san.example.net:3261").content(ContentType.NONE)));
    dsl(
        "nfs-options",
        (c, nodes) -> c.storage(
            nfs("nas", "192.0.2.60", "/export/pve"),
            s -> s.version(NfsVersion.V4_2)
                .hard()
                .options("nconnect=4")
                .preallocation(Preallocation.FALLOC)
                .content(ContentType.IMAGES)));
    dsl("lvm-local", (c, nodes) -> {
      c.storage(lvm("fast", "vg_fast"), s -> s.nodes(nodes.get(0)));
      c.storage(lvm("slow", "vg_slow"), s -> s.nodes(nodes.get(1)));
    });
    dsl("lvm-base-refused", (c, nodes) -> {
      c.storage(nfs("nas", "192.0.2.60", "/export/pve"), s -> {});
      c.storage(iscsi("san1", "192.0.2.50", TARGET), s -> s.content(ContentType.NONE));
      c.storage(lvm("bare-id", "vg_a"), s -> s.base("san1").shared());
      c.storage(lvm("no-storage", "vg_b"), s -> s.base("san2:0.0.1.scsi-36000").shared());
      c.storage(lvm("no-iscsi", "vg_c"), s -> s.base("nas:0.0.1.scsi-36000").shared());
      c.storage(lvm("no-lun", "vg_d"), s -> s.base("san1:lun1").shared());
    });
    dsl("cifs", (c, nodes) -> {
      c.storage(
          cifs("files", "192.0.2.61", "pve$"),
          s -> s.login("pve", fromEnvironment("SMB_PASSWORD"))
              .domain("EXAMPLE")
              .smbVersion(SmbVersion.V3_11)
              .subdir("/images")
              .options("echo_interval=30"));
      c.storage(cifs("public", "nas.example.net", "public"), s -> s.nodes(nodes.get(0)));
    });
    dsl("btrfs", (c, nodes) -> {
      c.storage(btrfs("fast", "/srv/fast"), s -> s.nocow());
      c.storage(btrfs("slow", "/srv/slow"), s -> s.content(ContentType.BACKUP));
    });
    dsl("lvm-thin", (c, nodes) -> {
      c.storage(lvmThin("thin", "pve", "data"), s -> {});
      c.storage(lvmThin("more", "vg_more", "thin"), s -> s.nodes(nodes.get(0)));
    });
    dsl("lvm-thin-nowhere-together", (c, nodes) -> {
      c.storage(lvmThin("one", "vg_one", "thin"), s -> s.nodes(nodes.get(0)));
      c.storage(lvmThin("two", "vg_two", "thin"), s -> s.nodes(nodes.get(1)));
    });
    dsl("iscsi-direct", (c, nodes) -> {
      c.storage(iscsiDirect("direct", "192.0.2.50:3261", TARGET), s -> {});
      c.storage(iscsiDirect("direct6", "2001:db8::50", TARGET), s -> {});
    });
    dsl("zfs-over-iscsi", (c, nodes) -> {
      c.storage(
          zfsOverLio("zsan", "192.0.2.50", TARGET, "tank/pve", DataSize.kib(16), "tpg1"),
          s -> s.sparse());
      c.storage(
          zfsOverIscsi("old", "192.0.2.51", TARGET, "tank", mib(1), IscsiProvider.COMSTAR),
          s -> s.nodes(nodes));
    });
    dsl("esxi", (c, nodes) -> {
      c.storage(
          esxi("old", "192.0.2.9", "root", fromEnvironment("ESXI_PASSWORD")),
          s -> s.skipCertVerification());
      c.storage(esxi("older", "2001:db8::9", "pve@vsphere.local", prompted()), s -> {});
    });
    dsl("backup-server", (c, nodes) -> {
      c.storage(
          pbs("pbs1", "pbs.example.net", "store1", "pve@pbs!cluster1", fromFile("/root/pbs-token")),
          s -> s.namespace("prod/site1")
              .fingerprint("AB:" + "0f:".repeat(30) + "AB")
              .content(ContentType.BACKUP));
      c.storage(
          pbs("pbs2", "2001:db8::8", "store1", "root@pam", fromEnvironment("PBS_PASSWORD")),
          s -> s.nodes(nodes.subList(0, 2)));
      c.storage(pbs("pbs3", "192.0.2.8", "store1", "root@pam", prompted()), s -> {});
    });
    dsl(
        "local-changed",
        (c, nodes) -> c.storage(
            dir("local", "/var/lib/vz"),
            s -> s.content(ContentType.ISO, ContentType.VZTMPL, ContentType.SNIPPETS)));
    dsl("local-named", (c, nodes) -> {
      c.storage(dir("local", "/var/lib/vz"), s -> {});
      c.storage(dir("bulk", "/mnt/bulk"), s -> {});
    });
    dsl(
        "local-restricted",
        (c, nodes) -> c.storage(
            dir("local", "/var/lib/vz"), s -> s.content(ContentType.ISO).nodes(nodes.get(0))));
    dsl("local-elsewhere", (c, nodes) -> {
      c.storage(dir("local", "/srv/local"), s -> s.content(ContentType.ISO));
      c.storage(dir("bulk", "/mnt/bulk"), s -> {});
    });
    // A plan in JSON can switch a storage off.
    built(
        "disabled",
        DirStorage.builder().id("bulk").directory("/mnt/bulk").disabled(true).build());
  }

  private StorageCases() {}

  static ResolvedPlan of(String name) {
    return ALL.get(name);
  }

  static ResolvedPlan of(List<Storage> storages) {
    Ceph.Builder ceph = Ceph.builder();
    storages.stream()
        .filter(RbdStorage.class::isInstance)
        .map(storage -> ((RbdStorage) storage).pool())
        .distinct()
        .forEach(pool ->
            ceph.addPool(CephPool.builder().name(pool).addStorages(false).build()));
    return ResolvedPlan.of(
        ClusterPlan.builder().name("lab").storages(storages).ceph(ceph.build()).build());
  }

  private static void dsl(String name, BiConsumer<ClusterSpec, List<NodeRef>> block) {
    ALL.put(
        name,
        ResolvedPlan.of(cluster(
            "lab",
            c -> block.accept(
                c, c.nodes(List.of("pve1", "pve2", "pve3"), node -> node, (n, node) -> {})))));
  }

  private static void built(String name, Storage... storages) {
    ALL.put(name, of(List.of(storages)));
  }
}
