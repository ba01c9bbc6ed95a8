package io.pveplan.model.guest;

import io.pveplan.model.storage.CopyStreams;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.StorageReach;
import io.pveplan.model.storage.VolumeFormats;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What keeps a clone from being made beside its template and then moved to its own node
 * (qemu-server, src/PVE/QemuMigrate.pm scan_local_volumes).
 */
final class CloneMove {

  private final Vm vm;
  private final String from;
  private final String to;
  private final Placement placement;
  private final StorageReach reach;
  private final List<String> obstacles = new ArrayList<>();

  private CloneMove(Vm vm, String from, String to, Placement placement, StorageReach reach) {
    this.vm = vm;
    this.from = from;
    this.to = to;
    this.placement = placement;
    this.reach = reach;
  }

  static List<String> obstacles(Vm vm, Guest template, Placement placement, StorageReach reach) {
    if (vm.node().isEmpty() || template.node().isEmpty() || vm.node().equals(template.node())) {
      return List.of();
    }
    CloneMove move = new CloneMove(vm, template.node().get(), vm.node().get(), placement, reach);
    move.devices();
    move.storages();
    Set<String> copied =
        placement.volumes(template).stream().map(GuestVolume::name).collect(Collectors.toSet());
    placement.volumes(vm).forEach(volume -> move.volume(volume, copied));
    return List.copyOf(move.obstacles);
  }

  private void devices() {
    if (vm.devices().stream().anyMatch(device -> device.host().isPresent())) {
      obstacles.add("it is cloned on " + from + ", and one with a device of " + to
          + " that is not mapped does not move there");
    }
  }

  private void storages() {
    Set<String> used = new LinkedHashSet<>();
    placement.volumes(vm).forEach(volume -> used.add(volume.storage()));
    Set<String> needed = new LinkedHashSet<>(used);
    vm.disks().forEach(disk -> disk.importFrom().map(Volume::storage).ifPresent(needed::add));
    for (String id : needed) {
      if (!reach.reaches(from, id)) {
        obstacles.add("it is cloned on " + from + ", which does not have storage " + id);
      }
    }
    for (String id : used) {
      if (!reach.reaches(to, id)) {
        obstacles.add("it moves to " + to + ", which does not have storage " + id);
      }
    }
  }

  private void volume(GuestVolume volume, Set<String> copied) {
    if (reach.shared(volume.storage())) {
      return;
    }
    boolean linked = !vm.clone().orElseThrow().full();
    String where = volume.name() + " on storage " + volume.storage();
    if (volume.kind() == GuestVolume.Kind.ISO) {
      obstacles.add("it is cloned on " + from + " and can not move to " + to + " with " + where);
    } else if (linked && copied.contains(volume.name()) && volume.linkable()) {
      obstacles.add("a linked clone stays on " + from + " with " + where
          + ", which is not shared: make it a full one");
    } else {
      Storage storage = reach.storage(volume.storage()).orElseThrow();
      DiskFormat format = VolumeFormats.of(volume, storage);
      if (!CopyStreams.lead(format, false, false, storage, storage)) {
        obstacles.add("Proxmox VE does not move " + volume.name() + " in " + format + " on storage "
            + volume.storage() + " to another node");
      }
    }
  }
}
