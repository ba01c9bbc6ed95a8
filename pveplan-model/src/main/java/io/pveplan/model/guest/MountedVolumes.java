package io.pveplan.model.guest;

import io.pveplan.model.InvalidValueException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The volumes that a container has at paths. */
final class MountedVolumes {

  static final String ROOTFS = "rootfs";

  private MountedVolumes() {}

  static List<GuestDisk> of(Container container) {
    List<GuestDisk> disks = new ArrayList<>();
    disks.add(container.rootfs());
    for (int number = 0; number < container.mountPoints().size(); number++) {
      MountPoint point = container.mountPoints().get(number);
      if (point.storage().isPresent()) {
        disks.add(GuestDisk.builder()
            .slot("mp" + number)
            .storage(point.storage().get())
            .size(point.size().orElseThrow())
            .replicate(point.replicate())
            .declaredAt(point.declaredAt())
            .build());
      }
    }
    return List.copyOf(disks);
  }

  static void requireRoot(GuestDisk rootfs) {
    if (!rootfs.slot().equals(ROOTFS)) {
      throw new InvalidValueException(
          "a container has no disk slot " + rootfs.slot(), "Use rootfs.", "GST-018");
    }
  }

  static void requirePaths(Container container) {
    Set<String> paths = new HashSet<>();
    for (MountPoint point : container.mountPoints()) {
      if (!paths.add(point.path())) {
        throw new InvalidValueException(
            "two mount points are at " + point.path(), "Give each a path of its own.");
      }
    }
  }
}
