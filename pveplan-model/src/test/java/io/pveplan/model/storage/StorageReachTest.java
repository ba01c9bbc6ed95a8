package io.pveplan.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import org.junit.jupiter.api.Test;

class StorageReachTest {

  private static final DirStorage FILES = DirStorage.builder()
      .id("files")
      .directory("/srv")
      .addNodes("pve3", "pve1", "pve9")
      .build();

  private static ReplicationJob job(int number, String target, boolean disabled) {
    return ReplicationJob.builder()
        .guest(Vmid.of(200))
        .number(number)
        .target(target)
        .disabled(disabled)
        .build();
  }

  private static StorageReach reach(Storage... storages) {
    return StorageReach.of(ClusterPlan.builder()
        .name("prod")
        .addNodes(
            Node.builder().name("pve3").build(),
            Node.builder().name("pve2").build(),
            Node.builder().name("pve1").build())
        .addStorages(storages)
        .addReplicationJobs(job(0, "pve2", false), job(1, "pve3", true))
        .build());
  }

  @Test
  void a_storage_is_on_all_nodes_or_on_those_it_names_in_the_order_of_the_plan() {
    NfsStorage nas = NfsStorage.builder().id("nas").server("nas").export("/srv").build();
    StorageReach reach = reach(FILES, nas);

    assertThat(reach.nodesOf("files")).containsExactly("pve3", "pve1");
    assertThat(reach.nodesOf("nas")).containsExactly("pve3", "pve2", "pve1");
    assertThat(reach.nodesOf("nope")).isEmpty();
    assertThat(reach.reaches("pve1", "files")).isTrue();
    assertThat(reach.reaches("pve2", "files")).isFalse();
    assertThat(reach.storage("files")).contains(FILES);
    assertThat(reach.storage("nope")).isEmpty();
  }

  @Test
  void a_disabled_storage_is_nowhere() {
    StorageReach reach = reach(DirStorage.builder().from(FILES).disabled(true).build());

    assertThat(reach.nodesOf("files")).isEmpty();
    assertThat(reach.storage("files")).isPresent();
  }

  @Test
  void a_volume_group_is_where_a_target_offers_each_of_its_luns() {
    IscsiStorage a = san("san-a", "35000c50015ea71a1", "pve1", "pve2");
    IscsiStorage b = san("san-b", "35000c50015ea71a1", "pve3");
    IscsiStorage other = san("other", "35000c50015ea71b2", "pve1", "pve3");
    IscsiStorage off =
        IscsiStorage.builder().from(other).id("off").disabled(true).build();
    StorageReach reach = reach(
        a, other, off, vg("on-a", a), vg("on-both", a, other), vg("on-off", off), based("made", a));

    assertThat(reach.nodesOf("on-a")).containsExactly("pve2", "pve1");
    assertThat(reach.nodesWithoutLun("on-a")).containsExactly("pve3");
    assertThat(reach.obstacle("on-a", ContentType.IMAGES, "pve3"))
        .contains(Obstacle.LUN_NOT_ON_NODE);
    assertThat(reach.obstacle("on-a", ContentType.IMAGES, "pve1")).isEmpty();
    assertThat(reach.nodesOf("on-both")).containsExactly("pve1");
    assertThat(reach.nodesOf("made")).containsExactly("pve2", "pve1");
    // The LUN of off has the WWID of that of other, which still offers it.
    assertThat(reach.nodesOf("on-off")).containsExactly("pve3", "pve1");

    StorageReach companions = reach(a, b, vg("on-a", a));
    assertThat(companions.nodesOf("on-a")).containsExactly("pve3", "pve2", "pve1");
    assertThat(companions.nodesWithoutLun("on-a")).isEmpty();

    StorageReach alone = reach(off, vg("on-off", off));
    assertThat(alone.nodesOf("on-off")).isEmpty();
    assertThat(alone.nodesWithoutLun("on-off")).containsExactly("pve3", "pve2", "pve1");
  }

  private static IscsiStorage san(String id, String wwid, String... nodes) {
    return IscsiStorage.builder()
        .id(id)
        .target("iqn.2024-02.example:" + id)
        .addPortals(Portal.parse("10.0.1.5"))
        .addLuns(Lun.builder().number(1).wwid(wwid).build())
        .addNodes(nodes)
        .build();
  }

  private static LvmStorage vg(String id, IscsiStorage... targets) {
    LvmStorage.Builder group = LvmStorage.builder().id(id).vgname("vg_" + id).shared(true);
    for (IscsiStorage target : targets) {
      group.addLuns(new LunId(target.id(), 1));
    }
    return group.build();
  }

  private static LvmStorage based(String id, IscsiStorage target) {
    return LvmStorage.builder()
        .id(id)
        .vgname("vg_" + id)
        .shared(true)
        .base(target.id() + ":0.0.1.scsi-36000")
        .build();
  }

  @Test
  void what_is_shared_and_what_may_lie_there_by_type() {
    DirStorage dir = DirStorage.builder().id("dir").directory("/srv").build();
    DirStorage mount = DirStorage.builder().from(dir).id("mount").shared(true).build();
    NfsStorage nfs = NfsStorage.builder().id("nfs").server("nas").export("/srv").build();
    ZfsPoolStorage zfs = ZfsPoolStorage.builder().id("zfs").pool("tank").build();
    LvmStorage lvm = LvmStorage.builder().id("lvm").vgname("vg0").build();
    LvmStorage san = LvmStorage.builder().from(lvm).id("san").shared(true).build();
    IscsiStorage iscsi = IscsiStorage.builder()
        .id("iscsi")
        .target("iqn.2024-02.example:a")
        .addPortals(Portal.parse("san"))
        .build();
    RbdStorage rbd = RbdStorage.builder().id("rbd").pool("disks").build();
    PbsStorage pbs = PbsStorage.builder()
        .id("pbs")
        .server("pbs")
        .datastore("store1")
        .username("a@pbs")
        .password(SecretReference.prompt())
        .build();
    CifsStorage cifs =
        CifsStorage.builder().id("cifs").server("nas").share("pve").build();
    BtrfsStorage btrfs = BtrfsStorage.builder().id("btrfs").directory("/srv").build();
    LvmThinStorage thin =
        LvmThinStorage.builder().id("thin").vgname("pve").thinPool("data").build();
    IscsiDirectStorage direct = IscsiDirectStorage.builder()
        .id("direct")
        .target("iqn.2024-02.example:a")
        .portal(Portal.parse("san"))
        .build();
    ZfsOverIscsiStorage zsan = ZfsOverIscsiStorage.builder()
        .id("zsan")
        .server("san")
        .target("iqn.2024-02.example:a")
        .pool("tank")
        .blocksize(DataSize.kib(8))
        .provider(IscsiProvider.ISTGT)
        .build();
    EsxiStorage esxi = EsxiStorage.builder()
        .id("esxi")
        .server("old")
        .username("root")
        .password(SecretReference.prompt())
        .build();
    Storage[] all = {
      dir, mount, nfs, zfs, lvm, san, iscsi, rbd, pbs, cifs, btrfs, thin, direct, zsan, esxi
    };
    StorageReach reach = reach(all);

    StringBuilder table = new StringBuilder();
    for (Storage each : all) {
      table.append("%s %s %s %s %s%n"
          .formatted(
              each.id(),
              each.type(),
              reach.shared(each.id()),
              reach.content(each),
              each.servers()));
    }

    assertThat(table.toString()).isEqualToNormalizingNewlines("""
        dir dir false [images, rootdir] []
        mount dir true [images, rootdir] []
        nfs nfs true [images] [nas]
        zfs zfspool false [images, rootdir] []
        lvm lvm false [images] []
        san lvm true [images] []
        iscsi iscsi true [images] [san]
        rbd rbd true [images] []
        pbs pbs true [backup] [pbs]
        cifs cifs true [images] [nas]
        btrfs btrfs false [images, rootdir] []
        thin lvmthin false [images, rootdir] []
        direct iscsidirect true [images] [san]
        zsan zfs true [images] [san]
        esxi esxi true [import] [old]
        """);
    assertThat(reach.shared("nope")).isFalse();
  }

  @Test
  void named_content_stands_for_the_default() {
    DirStorage isos = DirStorage.builder()
        .id("isos")
        .directory("/srv")
        .addContent(ContentType.ISO)
        .build();

    assertThat(reach(isos).content(isos)).containsExactly(ContentType.ISO);
  }

  @Test
  void only_jobs_that_are_switched_on_copy() {
    StorageReach reach = reach();

    assertThat(reach.replicationJobs(Vmid.of(200))).containsExactly(job(0, "pve2", false));
    assertThat(reach.replicationJobs(Vmid.of(201))).isEmpty();
    assertThat(reach.configuredJobs(Vmid.of(200)))
        .containsExactly(job(0, "pve2", false), job(1, "pve3", true));
    assertThat(reach.configuredJobs(Vmid.of(201))).isEmpty();
    assertThat(reach.replicates(Vmid.of(200), "pve2")).isTrue();
    assertThat(reach.replicates(Vmid.of(200), "pve3")).isFalse();
  }
}
