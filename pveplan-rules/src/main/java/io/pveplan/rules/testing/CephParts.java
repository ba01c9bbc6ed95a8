package io.pveplan.rules.testing;

import io.pveplan.model.ClusterPlan;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.ceph.AutoscaleMode;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephFileSystem;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.ceph.CephRelease;
import io.pveplan.model.ceph.CrushRule;
import io.pveplan.model.ceph.ErasureCode;
import io.pveplan.model.ceph.FailureDomain;
import io.pveplan.model.ceph.MetadataServer;
import io.pveplan.model.ceph.Osd;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Volume;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.DiskKind;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.CephFsStorage;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a generated plan with Ceph has beside monitors and plain pools. */
final class CephParts {

  // Dice of its own, so that the rest of a plan is what it would be without Ceph.
  private static final long OTHER_SEED = 0x5DEECE66DL;

  private static final String DATABASES = "/dev/disk/by-id/osd-db";

  private final Dice dice;
  private final ClusterPlan plan;
  private boolean files;

  private CephParts(Dice dice, ClusterPlan plan) {
    this.dice = dice;
    this.plan = plan;
  }

  static ClusterPlan into(ClusterPlan plan, long seed) {
    return new CephParts(new Dice(seed ^ OTHER_SEED), plan).into();
  }

  private ClusterPlan into() {
    if (plan.ceph().isEmpty() || plan.nodes().isEmpty()) {
      return plan;
    }
    Ceph.Builder ceph = Ceph.builder()
        .from(plan.ceph().get())
        .release(dice.maybe(60, () -> dice.of(CephRelease.values())))
        .cephx(dice.chance(90))
        .osdMemoryTarget(dice.maybe(30, () -> DataSize.gib(dice.from(3, 12))))
        .locations(dice.chance(30));
    List<String> rules = new ArrayList<>();
    for (String name : dice.each(40, List.of("by-rack", "flash"))) {
      ceph.addCrushRule(CrushRule.builder()
          .name(name)
          .failureDomain(name.equals("by-rack") ? FailureDomain.RACK : FailureDomain.HOST)
          .deviceClass(dice.maybe(50, () -> "nvme"))
          .build());
      rules.add(name);
    }
    List<CephPool> pools = new ArrayList<>();
    for (CephPool pool : plan.ceph().get().pools()) {
      pools.add(pool(pool, rules));
    }
    ceph.pools(pools);
    ClusterPlan.Builder changed = ClusterPlan.builder().from(plan);
    if (dice.chance(40)) {
      ceph.addPool(cold());
      changed.addStorages(RbdStorage.builder()
          .id("cold-disks")
          .pool(dice.chance(30) ? "cold-data" : "cold-metadata")
          .dataPool("cold-data")
          .build());
    }
    if (dice.chance(40)) {
      fileSystems(ceph);
    }
    if (dice.chance(30)) {
      elsewhere(changed);
    }
    List<Node> nodes = new ArrayList<>();
    plan.nodes().forEach(node -> nodes.add(withDisks(node)));
    changed.guests(plan.guests().stream().map(this::withFiles).toList());
    return changed.nodes(nodes).ceph(ceph.build()).build();
  }

  private CephPool pool(CephPool pool, List<String> rules) {
    CephPool.Builder changed = CephPool.builder()
        .from(pool)
        .plannedData(dice.maybe(60, () -> DataSize.tb(dice.from(1, 9))))
        .crushRule(rules.isEmpty() ? Optional.empty() : dice.maybe(50, () -> dice.of(rules)))
        .autoscale(dice.maybe(50, () -> dice.of(AutoscaleMode.values())));
    if (dice.chance(30)) {
      changed.pgNum(dice.of(32, 100, 256, 1024));
    }
    return changed.build();
  }

  private CephPool cold() {
    return CephPool.builder()
        .name("cold")
        .addStorages(false)
        .erasureCode(ErasureCode.builder()
            .dataChunks(dice.from(2, 4))
            .codingChunks(dice.from(1, 2))
            .deviceClass(dice.maybe(40, () -> "hdd"))
            .build())
        .plannedData(dice.maybe(60, () -> DataSize.tb(dice.from(1, 20))))
        .build();
  }

  private void fileSystems(Ceph.Builder ceph) {
    files = dice.chance(80);
    ceph.addFileSystem(CephFileSystem.builder()
        .name("files")
        .addStorage(files)
        .plannedData(dice.maybe(60, () -> DataSize.gb(500)))
        .build());
    List<String> names = plan.nodes().stream().map(Node::name).toList();
    for (String node : dice.each(50, names)) {
      ceph.addMetadataServer(MetadataServer.builder().node(node).build());
    }
  }

  private void elsewhere(ClusterPlan.Builder changed) {
    Optional<SecretReference> key =
        dice.maybe(70, () -> SecretReference.file("/root/other.keyring"));
    changed.addStorages(
        RbdStorage.builder()
            .id("other-disks")
            .pool("vms")
            .addMonitor("192.0.2.91")
            .keyring(key)
            .build(),
        CephFsStorage.builder()
            .id("other-files")
            .addMonitor("192.0.2.91")
            .keyring(key)
            .build());
  }

  private Guest withFiles(Guest guest) {
    if (!files || !(guest instanceof Vm vm) || !dice.chance(20)) {
      return guest;
    }
    return dice.chance(50)
        ? Vm.builder().from(vm).iso(new Volume("files", "iso", "debian.iso")).build()
        : Vm.builder()
            .from(vm)
            .addDisk(GuestDisk.builder()
                .slot("scsi9")
                .storage("files")
                .size(DataSize.gib(8))
                .build())
            .build();
  }

  // Databases on a device of their own, or several OSDs on one.
  private Osd osd(String device) {
    Osd.Builder osd = Osd.builder().device(device);
    if (dice.chance(25)) {
      osd.dbDevice(DATABASES).dbSize(dice.maybe(50, () -> DataSize.gib(dice.from(40, 400))));
    } else if (dice.chance(20)) {
      osd.osdsPerDevice(2);
    }
    return osd.build();
  }

  private Node withDisks(Node node) {
    if (dice.chance(40) || node.osds().isEmpty()) {
      return node;
    }
    Node.Builder changed = Node.builder().from(node);
    Optional<Hardware> hardware = node.hardware();
    List<Disk> disks = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      String device = "/dev/disk/by-id/osd-" + number;
      changed.addOsd(osd(device));
      disks.add(Disk.builder()
          .device(device)
          .size(DataSize.tb(4))
          .diskKind(dice.chance(85) ? DiskKind.NVME : DiskKind.HDD)
          .build());
    }
    String first = node.osds().get(0).device();
    boolean known = hardware.map(Hardware::disks).orElse(List.of()).stream()
        .anyMatch(disk -> disk.device().equals(first));
    if (!known) {
      disks.add(Disk.builder()
          .device(first)
          .size(DataSize.tb(4))
          .diskKind(DiskKind.NVME)
          .build());
    }
    if (dice.chance(80)) {
      disks.add(Disk.builder()
          .device(DATABASES)
          .size(DataSize.gb(dice.of(400, 800, 2000)))
          .diskKind(DiskKind.NVME)
          .build());
    }
    hardware.ifPresent(
        it -> changed.hardware(Hardware.builder().from(it).addAllDisks(disks).build()));
    return changed.build();
  }
}
