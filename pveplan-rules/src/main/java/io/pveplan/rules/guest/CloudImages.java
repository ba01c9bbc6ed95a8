package io.pveplan.rules.guest;

import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.Vm;
import java.util.List;

/** The disks that are made of images of clouds: those of a machine that cloud-init sets up. */
final class CloudImages {

  private CloudImages() {}

  /** Its disks made of images; none for Windows, of which there are no images of clouds. */
  static List<GuestDisk> disks(Vm vm) {
    if (vm.cloudInit().isEmpty() || vm.forWindows()) {
      return List.of();
    }
    return vm.disks().stream()
        .filter(disk ->
            disk.importFrom().filter(it -> it.directory().equals("import")).isPresent())
        .toList();
  }
}
