package io.pveplan.rules.hardware;

import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.SystemDisks;
import io.pveplan.model.hardware.SystemFilesystem;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The disks of a node that ZFS and Ceph lie on: those of the system if that is installed on ZFS, of
 * ZFS pools, and of OSDs.
 */
final class DataDisks {

  private final Map<String, Disk> declared = new HashMap<>();
  private final List<String> devices = new ArrayList<>();
  private final Optional<SystemDisks> system;
  private final Set<String> ofSystem = new HashSet<>();

  private DataDisks(Node node) {
    node.hardware()
        .map(Hardware::disks)
        .orElse(List.of())
        .forEach(disk -> declared.putIfAbsent(disk.device(), disk));
    system = node.hardware()
        .flatMap(Hardware::systemDisks)
        .filter(it -> it.filesystem() == SystemFilesystem.ZFS);
    for (Disk disk : system.map(SystemDisks::disks).orElse(List.of())) {
      declared.put(disk.device(), disk);
      devices.add(disk.device());
      ofSystem.add(disk.device());
    }
    node.zfsPools().forEach(pool -> devices.addAll(pool.devices()));
    node.osds().forEach(osd -> devices.add(osd.device()));
  }

  static DataDisks of(Node node) {
    return new DataDisks(node);
  }

  /** The devices of the system, then those of the pools, then those of the OSDs. */
  List<String> devices() {
    return devices;
  }

  /** What the plan tells of a device. */
  Optional<Disk> disk(String device) {
    return Optional.ofNullable(declared.get(device));
  }

  /** How much of a device is used; the installer can be told to leave a part. */
  Optional<DataSize> size(String device) {
    Optional<DataSize> part =
        system.filter(it -> ofSystem.contains(device)).flatMap(SystemDisks::size);
    return disk(device)
        .map(Disk::size)
        .map(whole -> part.filter(it -> it.compareTo(whole) < 0).orElse(whole));
  }

  /** Whether there are disks, named in the plan or not. */
  boolean any() {
    return system.isPresent() || !devices.isEmpty();
  }

  /** Whether the disks of the system are on ZFS, and only the filters of the installer know them. */
  boolean foundByFilters() {
    return system.filter(it -> it.disks().isEmpty()).isPresent();
  }

  /** Whether a device is one of the system, which is on ZFS. */
  boolean ofSystem(String device) {
    return ofSystem.contains(device);
  }

  /** Whether the system is on ZFS, on what a controller makes of several disks. */
  boolean systemOnArray() {
    return system.flatMap(SystemDisks::hardwareRaid).orElse(false);
  }
}
