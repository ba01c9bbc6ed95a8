package io.pveplan.model.guest;

import io.pveplan.model.Origin;
import io.pveplan.model.guest.GuestVolume.Kind;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.unit.DataSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The volumes of one guest. A clone has those of its template too, but for the slots it declares
 * itself: a clone gets a copy of every drive (qemu-server, PVE/API2/Qemu.pm clone_vm).
 */
final class GuestVolumes {

  private static final String EFI_DISK = "efidisk0";
  private static final String TPM_STATE = "tpmstate0";

  // pve-edk2-firmware, OVMF_VARS_4M.fd and OVMF_VARS.fd; qemu-server, src/PVE/QemuServer/Drive.pm.
  private static final DataSize LARGE_EFI = DataSize.kib(528);
  private static final DataSize SMALL_EFI = DataSize.kib(128);
  private static final DataSize TPM = DataSize.mib(4);

  private final Map<String, GuestVolume> disks = new LinkedHashMap<>();
  private final List<GuestVolume> all;
  private boolean driveWithoutStorage;

  /**
   * Collects the volumes.
   *
   * @param origins the guest, the template it is cloned from, the template of that
   */
  private GuestVolumes(List<Guest> origins) {
    for (Guest each : origins) {
      ContentType content = each instanceof Vm ? ContentType.IMAGES : ContentType.ROOTDIR;
      each.disks().forEach(disk -> disks.putIfAbsent(disk.slot(), volume(disk, content)));
      if (each instanceof Vm vm) {
        vm.efiDisk().ifPresent(disk -> disks.putIfAbsent(EFI_DISK, volume(disk)));
        vm.tpmState().ifPresent(disk -> disks.putIfAbsent(TPM_STATE, volume(disk)));
      }
    }
    Optional<GuestVolume> iso = Optional.empty();
    Optional<GuestVolume> drive = Optional.empty();
    for (Guest each : origins) {
      if (each instanceof Vm vm) {
        iso = iso.isPresent() ? iso : vm.iso().map(image -> volume(vm, image));
        if (drive.isEmpty() && vm.cloudInit().isPresent()) {
          drive = drive(vm, vm.cloudInit().get());
          driveWithoutStorage = drive.isEmpty();
        }
      }
    }
    List<GuestVolume> found = new ArrayList<>(disks.values());
    iso.ifPresent(found::add);
    drive.ifPresent(found::add);
    all = List.copyOf(found);
  }

  static GuestVolumes of(Guest guest, Map<Vmid, Guest> guests) {
    List<Guest> origins = new ArrayList<>();
    Set<Vmid> seen = new HashSet<>();
    Optional<Guest> next = Optional.of(guest);
    while (next.isPresent() && seen.add(next.get().vmid())) {
      origins.add(next.get());
      next = template(next.get()).map(guests::get);
    }
    return new GuestVolumes(origins);
  }

  private static Optional<Vmid> template(Guest guest) {
    return guest instanceof Vm vm ? vm.clone().map(Clone::template) : Optional.empty();
  }

  List<GuestVolume> list() {
    return all;
  }

  boolean driveWithoutStorage() {
    return driveWithoutStorage;
  }

  private static GuestVolume volume(GuestDisk disk, ContentType content) {
    return new GuestVolume(
        Kind.DISK,
        disk.slot(),
        disk.storage(),
        content,
        disk.format(),
        Optional.of(disk.size()),
        disk.replicate(),
        disk.declaredAt());
  }

  private static GuestVolume volume(EfiDisk disk) {
    DataSize size = disk.efitype() == EfiType.LARGE ? LARGE_EFI : SMALL_EFI;
    return own(EFI_DISK, disk.storage(), size, disk.declaredAt());
  }

  private static GuestVolume volume(TpmState disk) {
    return own(TPM_STATE, disk.storage(), TPM, disk.declaredAt());
  }

  private static GuestVolume own(
      String name, String storage, DataSize size, Optional<Origin> declaredAt) {
    return new GuestVolume(
        Kind.DISK,
        name,
        storage,
        ContentType.IMAGES,
        Optional.empty(),
        Optional.of(size),
        true,
        declaredAt);
  }

  private static GuestVolume volume(Vm vm, Volume image) {
    return new GuestVolume(
        Kind.ISO,
        "iso",
        image.storage(),
        ContentType.ISO,
        Optional.empty(),
        Optional.empty(),
        false,
        vm.declaredAt());
  }

  private Optional<GuestVolume> drive(Vm vm, CloudInit cloudInit) {
    return cloudInit
        .storage()
        .or(() -> vm.disks().stream().map(GuestDisk::storage).findFirst())
        .or(() -> disks.values().stream().map(GuestVolume::storage).findFirst())
        .map(storage -> new GuestVolume(
            Kind.CLOUD_INIT,
            "cloudinit",
            storage,
            ContentType.IMAGES,
            Optional.empty(),
            Optional.empty(),
            false,
            cloudInit.declaredAt()));
  }
}
