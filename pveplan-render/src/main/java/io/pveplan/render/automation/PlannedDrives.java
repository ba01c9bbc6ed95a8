package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.VolumeFormats;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What Proxmox VE makes of the drives of a machine where the plan says nothing. The providers send
 * defaults of their own instead.
 *
 * @param formats formats by slot
 * @param access how the node reads and writes a disk, by slot
 */
record PlannedDrives(Map<String, DiskFormat> formats, Map<String, DiskAio> access) {

  private static final String EFI_DISK = "efidisk0";

  PlannedDrives {
    formats = Map.copyOf(formats);
    access = Map.copyOf(access);
  }

  static PlannedDrives of(ResolvedPlan plan, WholeVm whole) {
    Map<String, DiskFormat> formats = new HashMap<>();
    for (GuestVolume volume : plan.placement().volumes(whole.vm())) {
      plan.storage(volume.storage())
          .filter(storage -> volume.kind() == GuestVolume.Kind.DISK)
          .ifPresent(storage -> formats.put(volume.name(), VolumeFormats.of(volume, storage)));
    }
    Map<String, DiskAio> access = new HashMap<>();
    for (GuestDisk disk : whole.disks()) {
      disk.aio()
          .or(() -> plan.storage(disk.storage()).map(storage -> DiskAio.usual(disk, storage)))
          .ifPresent(aio -> access.put(disk.slot(), aio));
    }
    return new PlannedDrives(formats, access);
  }

  Optional<String> format(GuestDisk disk) {
    return format(disk.slot());
  }

  Optional<String> formatOfEfiDisk() {
    return format(EFI_DISK);
  }

  private Optional<String> format(String slot) {
    return Optional.ofNullable(formats.get(slot)).map(DiskFormat::text);
  }

  /** How the node reads and writes a disk, where that is not what the provider for bpg takes. */
  Optional<String> access(GuestDisk disk) {
    return disk.aio()
        .or(() ->
            Optional.ofNullable(access.get(disk.slot())).filter(usual -> usual != DiskAio.IO_URING))
        .map(DiskAio::text);
  }
}
