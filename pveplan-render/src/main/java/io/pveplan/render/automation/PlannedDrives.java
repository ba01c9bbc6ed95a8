package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.DiskAio;
import io.pveplan.model.guest.GuestDisk;
import io.pveplan.model.guest.GuestVolume;
import io.pveplan.model.guest.WholeVm;
import io.pveplan.model.storage.DiskFormat;
import io.pveplan.model.storage.VolumeFormats;
import java.util.Optional;

/**
 * What Proxmox VE makes of the drives of a machine where the plan says nothing. The providers send
 * defaults of their own instead.
 *
 * @param plan the plan of the machine
 * @param whole the machine
 */
record PlannedDrives(ResolvedPlan plan, WholeVm whole) {

  private static final String EFI_DISK = "efidisk0";

  Optional<String> format(GuestDisk disk) {
    return format(disk.slot());
  }

  Optional<String> formatOfEfiDisk() {
    return format(EFI_DISK);
  }

  private Optional<String> format(String slot) {
    return plan.placement().volumes(whole.vm()).stream()
        .filter(it -> it.kind() == GuestVolume.Kind.DISK && it.name().equals(slot))
        .findFirst()
        .flatMap(it -> plan.storage(it.storage()).map(storage -> VolumeFormats.of(it, storage)))
        .map(DiskFormat::text);
  }

  /** How the node reads and writes a disk, where that is not what the provider for bpg takes. */
  Optional<String> access(GuestDisk disk) {
    return disk.aio()
        .or(() -> plan.storage(disk.storage())
            .map(storage -> DiskAio.usual(disk, storage))
            .filter(usual -> usual != DiskAio.IO_URING))
        .map(DiskAio::text);
  }
}
