package io.pveplan.model;

import io.pveplan.model.ceph.Osd;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.storage.LvmThinPool;
import io.pveplan.model.storage.ZfsPool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The disks of one node: each belongs to the system, one ZFS pool, volume group or OSD. Two names of the same disk are not
 * seen through.
 */
final class NodeDevices {

  private static final String SYSTEM = "the system";
  // pve-installer, Proxmox/Install.pm
  private static final String POOL_OF_SYSTEM = "rpool";
  private static final String GROUP_OF_SYSTEM = "pve";
  private static final String OSD = "an OSD";
  private static final String OF_OSDS = "databases and logs of OSDs";

  private final Node node;
  private final Problems found;
  private final Map<String, String> users = new HashMap<>();

  private NodeDevices(Node node, Problems found) {
    this.node = node;
    this.found = found;
  }

  static void check(Node node, Problems found) {
    new NodeDevices(node, found).check();
  }

  private void check() {
    node.hardware()
        .flatMap(Hardware::systemDisks)
        .ifPresent(system -> system.disks().forEach(disk -> use(disk.device(), disk, SYSTEM)));
    Set<String> pools = new HashSet<>();
    for (ZfsPool pool : node.zfsPools()) {
      if (!pools.add(pool.name())) {
        found.add(
            node.path(),
            pool,
            "there are two ZFS pools with the name " + pool.name(),
            "Give each ZFS pool of a node its own name.",
            "");
      }
      if (pool.name().equals(POOL_OF_SYSTEM) && installedOn(SystemFilesystem.ZFS)) {
        ofSystem(pool, "pool", pool.name());
      }
      pool.allDevices().forEach(device -> use(device, pool, "ZFS pool " + pool.name()));
    }
    Set<String> groups = new HashSet<>();
    for (LvmThinPool pool : node.lvmThinPools()) {
      if (!groups.add(pool.vgname())) {
        found.add(
            node.path(),
            pool,
            "there are two volume groups with the name " + pool.vgname(),
            "Give each volume group of a node its own name.",
            "");
      }
      if (pool.vgname().equals(GROUP_OF_SYSTEM)
          && installedOn(SystemFilesystem.EXT4, SystemFilesystem.XFS)) {
        ofSystem(pool, "volume group", pool.vgname());
      }
      pool.devices().forEach(device -> use(device, pool, "volume group " + pool.vgname()));
    }
    for (Osd osd : node.osds()) {
      use(osd.device(), osd, OSD);
    }
    for (Osd osd : node.osds()) {
      share(osd.dbDevice(), osd);
      share(osd.walDevice(), osd);
    }
  }

  private boolean installedOn(SystemFilesystem... any) {
    return node.hardware()
        .flatMap(Hardware::systemDisks)
        .filter(system -> List.of(any).contains(system.filesystem()))
        .isPresent();
  }

  private void ofSystem(Declared part, String kind, String name) {
    found.add(
        node.path(),
        part,
        "the installer makes the " + kind + " " + name + " for the system itself",
        "Give the " + kind + " on other disks another name.",
        "");
  }

  // Databases and logs of several OSDs may lie on one device, beside nothing else.
  private void share(Optional<String> device, Osd osd) {
    device.ifPresent(it -> {
      if (!OF_OSDS.equals(users.get(it))) {
        use(it, osd, OF_OSDS);
      }
    });
  }

  private void use(String device, Declared by, String user) {
    String other = users.putIfAbsent(device, user);
    if (other != null) {
      found.add(
          node.path(),
          by,
          device + " can not be used for " + user + ": it is already used for " + other,
          "Name each device once.",
          ofSystem(user, other) ? "CEPH-028" : "");
    }
  }

  // A monitor keeps its database in the system too.
  private static boolean ofSystem(String user, String other) {
    return other.equals(SYSTEM) && (user.equals(OSD) || user.equals(OF_OSDS));
  }
}
