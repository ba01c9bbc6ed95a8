package io.pveplan.rules.ceph;

import io.pveplan.model.ceph.Osd;
import io.pveplan.model.ceph.PlacedOsd;
import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The disks of a node, and the devices that databases and logs of its OSDs lie on. */
final class BlockDevices {

  private final Map<String, Disk> disks = new LinkedHashMap<>();
  private final Map<String, List<Osd>> users = new LinkedHashMap<>();

  private BlockDevices(Node node) {
    node.hardware()
        .map(Hardware::disks)
        .orElse(List.of())
        .forEach(disk -> disks.putIfAbsent(disk.device(), disk));
    for (Osd osd : node.osds()) {
      Stream.of(osd.dbDevice(), osd.walDevice())
          .flatMap(Optional::stream)
          .forEach(
              device -> users.computeIfAbsent(device, key -> new ArrayList<>()).add(osd));
    }
  }

  static BlockDevices of(Node node) {
    return new BlockDevices(node);
  }

  /** The devices of databases and logs with the OSDs they are for. */
  Map<String, List<Osd>> shared() {
    return users;
  }

  /** What the plan tells of a device. */
  Optional<Disk> disk(String device) {
    return Optional.ofNullable(disks.get(device));
  }

  Optional<DataSize> size(String device) {
    return disk(device).map(Disk::size);
  }

  /** What an OSD loses with a device of databases and logs: all it has. */
  static double raw(List<PlacedOsd> osds, Node node, List<Osd> lost) {
    return osds.stream()
        .filter(osd -> osd.node().equals(node) && lost.contains(osd.osd()))
        .mapToDouble(osd -> osd.capacity().map(DataSize::bytes).orElse(0L))
        .sum();
  }
}
