package io.pveplan.rules.hardware;

import io.pveplan.model.hardware.Disk;
import io.pveplan.model.hardware.Hardware;
import io.pveplan.model.hardware.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The disks of a node that its ZFS pools and OSDs are made of. */
final class DataDisks {

  private final Map<String, Disk> declared = new HashMap<>();
  private final List<String> devices = new ArrayList<>();

  private DataDisks(Node node) {
    node.hardware()
        .map(Hardware::disks)
        .orElse(List.of())
        .forEach(disk -> declared.putIfAbsent(disk.device(), disk));
    node.zfsPools().forEach(pool -> devices.addAll(pool.devices()));
    node.osds().forEach(osd -> devices.add(osd.device()));
  }

  static DataDisks of(Node node) {
    return new DataDisks(node);
  }

  /** The devices of the pools, then those of the OSDs. */
  List<String> devices() {
    return devices;
  }

  /** What the plan tells of a device. */
  Optional<Disk> disk(String device) {
    return Optional.ofNullable(declared.get(device));
  }
}
