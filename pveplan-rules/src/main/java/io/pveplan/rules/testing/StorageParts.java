package io.pveplan.rules.testing;

import io.pveplan.model.Traffic;
import io.pveplan.model.access.SecretReference;
import io.pveplan.model.ceph.Ceph;
import io.pveplan.model.ceph.CephPool;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.BtrfsStorage;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.DirStorage;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.LvmThinStorage;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.model.storage.PbsStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.RbdStorage;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageServer;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Storages of every type, their servers and Ceph of a generated plan. */
final class StorageParts {

  private static final int NAS = 201;
  private static final int SAN = 202;
  private static final int BACKUP = 203;

  private final Dice dice;
  private final NetworkParts networks;
  private final List<String> nodes;
  private final Optional<Ceph> ceph;
  private final List<Storage> storages = new ArrayList<>();
  private final List<Storage> others = new ArrayList<>();
  private final List<StorageServer> servers = new ArrayList<>();

  StorageParts(Dice dice, NetworkParts networks, List<String> nodes) {
    this.dice = dice;
    this.networks = networks;
    this.nodes = nodes;
    this.ceph = dice.maybe(40, this::ceph);
    if (dice.chance(60)) {
      storages.add(ZfsPoolStorage.builder()
          .id("tank-vm")
          .pool("tank/vm")
          .sparse(dice.chance(50))
          .nodes(someNodes(30))
          .disabled(dice.chance(3))
          .build());
    }
    if (dice.chance(30)) {
      storages.add(DirStorage.builder()
          .id("data")
          .directory(dice.chance(20) ? "/var/lib/vz/data" : "/srv/data")
          .format(dice.maybe(30, () -> DiskFormat.QCOW2))
          .snapshotAsVolumeChain(dice.chance(10))
          .shared(dice.chance(20))
          .content(content(ContentType.IMAGES, ContentType.ROOTDIR, ContentType.ISO))
          .nodes(someNodes(30))
          .build());
    }
    if (dice.chance(50)) {
      addNfs();
    }
    addOthers();
    if (dice.chance(40)) {
      addIscsi();
    }
    if (dice.chance(40)) {
      addLvm();
    }
    if (dice.chance(60)) {
      storages.add(PbsStorage.builder()
          .id("pbs1")
          .server(
              server("pbs.example.net", networks.server(Traffic.BACKUP, BACKUP).toString()))
          .datastore("store1")
          .username("cluster@pbs!plan")
          .password(SecretReference.file("/root/pbs-token"))
          .build());
    }
    ceph.stream()
        .flatMap(it -> it.pools().stream())
        .filter(pool -> !pool.addStorages())
        .forEach(pool -> storages.add(
            RbdStorage.builder().id("rbd-" + pool.name()).pool(pool.name()).build()));
  }

  Optional<Ceph> ofNodes() {
    return ceph;
  }

  List<Storage> all() {
    List<Storage> all = new ArrayList<>(storages);
    all.addAll(others);
    return all;
  }

  List<StorageServer> servers() {
    return servers;
  }

  boolean hasBackupServer() {
    return storages.stream().anyMatch(PbsStorage.class::isInstance);
  }

  /** IDs of what can hold disks, the storage that every node has and those of pools included. */
  List<String> ids() {
    List<String> ids = new ArrayList<>(List.of("local"));
    storages.stream().filter(it -> !(it instanceof PbsStorage)).map(Storage::id).forEach(ids::add);
    ceph.stream()
        .flatMap(it -> it.pools().stream())
        .filter(CephPool::addStorages)
        .map(CephPool::name)
        .forEach(ids::add);
    return ids;
  }

  private Ceph ceph() {
    Ceph.Builder ceph = Ceph.builder()
        .publicNetwork(dice.told() ? networks.nameFor(Traffic.CEPH_PUBLIC) : Optional.empty())
        .clusterNetwork(dice.chance(70) ? networks.nameFor(Traffic.CEPH_CLUSTER) : Optional.empty())
        .monitors(dice.each(70, nodes))
        .managers(dice.each(50, nodes));
    for (String name : dice.each(60, List.of("vm-disks", "fast"))) {
      CephPool.Builder pool = CephPool.builder().name(name).addStorages(dice.chance(80));
      if (dice.chance(50)) {
        pool.size(dice.from(2, 4)).minSize(dice.from(1, 2));
      }
      ceph.addPools(pool.build());
    }
    return ceph.build();
  }

  private void addNfs() {
    String address = networks.server(Traffic.STORAGE, NAS).toString();
    storages.add(NfsStorage.builder()
        .id("nas")
        .server(server("nas.example.net", address))
        .export("/export/pve")
        .format(dice.maybe(30, () -> DiskFormat.QCOW2))
        .snapshotAsVolumeChain(dice.chance(10))
        .options(dice.maybe(20, () -> dice.of("soft", "vers=4.2")))
        .content(content(ContentType.IMAGES, ContentType.ISO, ContentType.VZTMPL))
        .nodes(someNodes(10))
        .disabled(dice.chance(5))
        .build());
    addServer("nas", address);
  }

  // What no guest of a generated plan is on.
  private void addOthers() {
    if (dice.chance(10)) {
      others.add(ZfsPoolStorage.builder()
          .id("tank-ct")
          .pool(dice.of("tank/vm", "tank/ct"))
          .content(content(ContentType.ROOTDIR, ContentType.IMAGES))
          .build());
    }
    if (dice.chance(10)) {
      others.add(LvmThinStorage.builder()
          .id("thin")
          .vgname(dice.of("pve", "vg_cluster"))
          .thinPool("data")
          .build());
    }
    if (dice.chance(10)) {
      others.add(BtrfsStorage.builder()
          .id("scratch")
          .directory("/srv/scratch")
          .content(content(ContentType.IMAGES, ContentType.ISO))
          .build());
    }
  }

  private void addIscsi() {
    String address = networks.server(Traffic.STORAGE, SAN).toString();
    IscsiStorage.Builder target = IscsiStorage.builder()
        .id("san")
        .target("iqn.2024-02.net.example:san.lun1")
        .addPortals(new Portal(server("san.example.net", address), OptionalInt.empty()));
    if (dice.chance(50)) {
      String second = networks.server(Traffic.REPLICATION, SAN).toString();
      target.addPortals(new Portal(second, OptionalInt.of(3260)));
    }
    if (dice.chance(80)) {
      target.addContent(ContentType.NONE);
    } else if (dice.chance(50)) {
      target.addContent(ContentType.IMAGES, ContentType.ISO);
    }
    storages.add(target.nodes(someNodes(10)).build());
    addServer("san", address);
  }

  private void addLvm() {
    storages.add(LvmStorage.builder()
        .id("luns")
        .vgname("vg_cluster")
        .base(dice.maybe(60, () -> dice.of("san:0.0.1.scsi-36000", "san")))
        .shared(dice.chance(60))
        .snapshotAsVolumeChain(dice.chance(20))
        .content(content(ContentType.IMAGES, ContentType.ROOTDIR))
        .nodes(someNodes(20))
        .build());
  }

  private void addServer(String name, String address) {
    if (dice.told()) {
      StorageServer.Builder server = StorageServer.builder()
          .name(name)
          .addAddresses(IpAddress.parse(address))
          .logDevice(dice.chance(30))
          .latency(dice.maybe(30, () -> Duration.ofMillis(2)));
      if (dice.told()) {
        server.heads(dice.from(1, 2));
      }
      servers.add(server.build());
    }
  }

  private String server(String name, String address) {
    return dice.chance(15) ? name : address;
  }

  private List<ContentType> content(ContentType... offered) {
    return dice.chance(50) ? List.of() : dice.few(List.of(offered));
  }

  private List<String> someNodes(int percent) {
    return !nodes.isEmpty() && dice.chance(percent) ? dice.few(nodes) : List.of();
  }
}
